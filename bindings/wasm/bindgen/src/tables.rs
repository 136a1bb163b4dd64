//! Tables that take less room as the code that counts them out: those of CRC-32 are 16 KB which nothing makes smaller.

use walrus::ir::{BinaryOp, LoadKind, MemArg, StoreKind};
use walrus::{FunctionBuilder, FunctionId, InstrSeqBuilder, LocalId, MemoryId, Module, ValType};

const POLYNOMIAL: u32 = 0xEDB8_8320;
/// Sixteen tables of 256, as `crc32fast` has them.
const ENTRIES: usize = 16 * 256;

/// Whether a constant is the tables of CRC-32: what a byte alone leaves, then each as the one before it with a zero byte behind.
pub(crate) fn is_crc32(bytes: &[u8]) -> bool {
    let mut all: Vec<u32> = (0..256).map(|byte| (0..8).fold(byte, |crc, _| (crc >> 1) ^ (POLYNOMIAL * (crc & 1)))).collect();
    for i in 256..ENTRIES {
        let before = all.get(i - 256).copied().unwrap_or_default();
        let byte = all.get(before as usize & 255).copied().unwrap_or_default();
        all.push((before >> 8) ^ byte);
    }
    bytes.len() == 4 * ENTRIES && all.iter().flat_map(|entry| entry.to_le_bytes()).eq(bytes.iter().copied())
}

/// A function that writes the tables of CRC-32 to a place in memory.
pub(crate) fn crc32(module: &mut Module, memory: MemoryId, at: u32) -> FunctionId {
    let [i, entry, bit] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let load = LoadKind::I32 { atomic: false };
    let store = StoreKind::I32 { atomic: false };
    let word = |offset: u32| MemArg { align: 4, offset: u64::from(offset) };
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    let mut body = builder.func_body();
    // `i` is the place of an entry behind `at`, in bytes.
    body.loop_(None, |entries| {
        let again = entries.id();
        entries.local_get(i).i32_const(2).binop(BinaryOp::I32ShrU).local_set(entry).i32_const(8).local_set(bit);
        entries.loop_(None, |bits| {
            let next = bits.id();
            bits.local_get(entry).i32_const(1).binop(BinaryOp::I32ShrU);
            bits.local_get(entry).i32_const(1).binop(BinaryOp::I32And).i32_const(POLYNOMIAL.cast_signed()).binop(BinaryOp::I32Mul);
            bits.binop(BinaryOp::I32Xor).local_set(entry);
            bits.local_get(bit).i32_const(1).binop(BinaryOp::I32Sub).local_tee(bit).br_if(next);
        });
        entries.local_get(i).local_get(entry).store(memory, store, word(at));
        count(entries, i, 1024).br_if(again);
    });
    body.loop_(None, |entries| {
        let again = entries.id();
        // 1024 bytes are a table.
        entries.local_get(i).local_get(i).i32_const(1024).binop(BinaryOp::I32Sub).load(memory, load, word(at)).local_tee(entry);
        entries.i32_const(8).binop(BinaryOp::I32ShrU);
        entries.local_get(entry).i32_const(255).binop(BinaryOp::I32And).i32_const(2).binop(BinaryOp::I32Shl).load(memory, load, word(at));
        entries.binop(BinaryOp::I32Xor).store(memory, store, word(at));
        count(entries, i, 16 * 1024).br_if(again);
    });
    builder.finish(Vec::new(), &mut module.funcs)
}

/// Goes on by an entry; leaves whether there is another before the end.
fn count<'b, 's>(body: &'s mut InstrSeqBuilder<'b>, i: LocalId, end: i32) -> &'s mut InstrSeqBuilder<'b> {
    body.local_get(i).i32_const(4).binop(BinaryOp::I32Add).local_tee(i).i32_const(end).binop(BinaryOp::I32LtU)
}

#[cfg(test)]
mod tests {
    use super::is_crc32;

    #[test]
    fn only_the_tables_are_known() {
        assert!(!is_crc32(&[0; 4 * 4096]));
        assert!(!is_crc32(&[]));
    }
}
