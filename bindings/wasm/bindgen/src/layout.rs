//! Where constants lie: those of the core together, then those of each part. The linker has them in no order, and each stretch that has
//! to be brought apart from the next costs its place and its length.

use crate::graph::{Datum, Graph};
use crate::plan::Plan;
use anyhow::{Context, Result, ensure};
use std::cmp::Reverse;

/// Gives constants other places in the linked module, between the ends of all of them, and each address of one what it is then. What
/// nothing reads goes, and all its addresses become one. What the linker said is no longer true in the module, but in the graph.
pub(crate) fn sort(linked: &mut [u8], graph: &mut Graph, plan: &Plan) -> Result<()> {
    let mut order: Vec<(usize, &Datum)> = (0..).zip(&graph.data).filter(|(_, datum)| datum.constant).collect();
    let start = order.iter().map(|(_, datum)| datum.at.start).min().context("no constants")?;
    let end = order.iter().map(|(_, datum)| datum.at.end).max().context("no constants")?;
    let place = order.iter().map(|(_, datum)| datum.place).min().context("no constants")?;
    let one = order.iter().all(|(_, datum)| datum.at.start.abs_diff(start) as usize == datum.place.abs_diff(place));
    ensure!(one, "constants in several segments");
    order.sort_by_cached_key(|(number, datum)| {
        let parts = plan.parts.iter().map(|part| plan.moved.contains(number) && part.data.contains(number));
        (parts.collect::<Vec<_>>(), Reverse(alignment(datum)))
    });
    let mut starts: Vec<u32> = graph.data.iter().map(|datum| datum.at.start).collect();
    let mut free = start;
    for (number, datum) in order {
        if datum.unused {
            *starts.get_mut(number).context("no such constant")? = start;
            continue;
        }
        free = free.next_multiple_of(1 << alignment(datum));
        *starts.get_mut(number).context("no such constant")? = free;
        free += datum.at.end - datum.at.start;
    }
    ensure!(free <= end, "constants that no longer fit");
    for address in std::mem::take(&mut graph.addresses) {
        let old = graph.data.get(address.of).context("no such constant")?.at.start;
        let by = starts.get(address.of).context("no such constant")?.wrapping_sub(old);
        address.change(linked, by).context("an address outside the module")?;
    }
    let length = (end - start) as usize;
    let old = linked.get(place..place + length).context("constants outside the module")?.to_vec();
    let new = linked.get_mut(place..place + length).context("constants outside the module")?;
    new.fill(0);
    for (datum, to) in graph.data.iter_mut().zip(starts).filter(|(datum, _)| datum.constant) {
        if datum.unused {
            datum.at = to..to;
            continue;
        }
        let length = datum.at.len();
        let from = datum.place - place;
        let at = (to - start) as usize;
        let bytes = old.get(from..from + length).context("a constant outside its segment")?;
        new.get_mut(at..at + length).context("a constant outside its segment")?.copy_from_slice(bytes);
        (datum.at, datum.place) = (to..to + (datum.at.end - datum.at.start), place + at);
    }
    Ok(())
}

/// A constant may want its place to be a multiple of two to this power: no more than it had, nor than what its length allows.
fn alignment(datum: &Datum) -> u32 {
    (datum.at.start | (datum.at.end - datum.at.start)).trailing_zeros().min(6)
}
