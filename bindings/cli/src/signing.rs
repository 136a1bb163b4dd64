//! Detached Ed25519 signatures, and the keys for them in their standard forms.

use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::Salt;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePrivateKey, EncodePublicKey, KeypairBytes};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The name of the signature of a file.
pub(crate) fn signature_of(file: &str) -> String {
    format!("{file}.sig")
}

/// Random bytes of the system.
pub(crate) fn random(settings: &Settings) -> Result<[u8; 32], Failure> {
    let mut bytes = [0; 32];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(bytes),
        Err(error) => Err(Failure::Usage(fill(T::NoRandom, settings.lang, &[("error", &error.to_string())]))),
    }
}

/// A salt of random bytes.
pub(crate) fn salt(settings: &Settings) -> Result<Salt, Failure> {
    random(settings).map(Salt::new)
}

/// The private key of a file: PKCS#8 PEM.
pub(crate) fn private_key(path: &str, settings: &Settings) -> Result<SigningKey, Failure> {
    let pem = read(path)?;
    SigningKey::from_pkcs8_pem(&pem).map_err(|_| Failure::Usage(fill(T::BadPrivateKey, settings.lang, &[("path", path)])))
}

/// The public key of a file: SPKI PEM.
pub(crate) fn public_key(path: &str, settings: &Settings) -> Result<VerifyingKey, Failure> {
    let pem = read(path)?;
    VerifyingKey::from_public_key_pem(&pem).map_err(|_| Failure::Usage(fill(T::BadPublicKey, settings.lang, &[("path", path)])))
}

fn read(path: &str) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::File(path.into(), error))?;
    // A file that is no text is no PEM either, and is told so.
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

/// Writes the signature of a file beside it.
pub(crate) fn sign(key: &SigningKey, file: &str, bytes: &[u8]) -> Result<String, Failure> {
    let path = signature_of(file);
    std::fs::write(&path, key.sign(bytes).to_bytes()).map_err(|error| Failure::File(path.clone(), error))?;
    Ok(path)
}

/// Whether a signature is that of the bytes; keys and points of small order are refused.
pub(crate) fn fits(key: &VerifyingKey, bytes: &[u8], signature: &[u8]) -> bool {
    Signature::from_slice(signature).is_ok_and(|signature| key.verify_strict(bytes, &signature).is_ok())
}

/// SHA-256 of the key's DER form, to tell keys apart by.
pub(crate) fn digest(key: &VerifyingKey) -> String {
    key.to_public_key_der().map(|der| dothi::sha256(der.as_bytes())).unwrap_or_default()
}

/// Writes a new pair of keys; neither file may be there.
pub(crate) fn write_pair(private: &str, settings: &Settings) -> Result<(PathBuf, VerifyingKey), Failure> {
    let Some(stem) = private.strip_suffix(".pem").filter(|stem| !stem.is_empty()) else {
        return Err(Failure::Usage(T::KeyEnding.get(settings.lang).into()));
    };
    let public = PathBuf::from(format!("{stem}.pub.pem"));
    for path in [Path::new(private), &public] {
        if path.exists() {
            return Err(Failure::Usage(fill(T::KeyExists, settings.lang, &[("path", &path.display().to_string())])));
        }
    }
    let key = SigningKey::from_bytes(&random(settings)?);
    // Without the public key inside: the first version of the form, which every OpenSSL reads.
    let bytes = KeypairBytes { secret_key: key.to_bytes(), public_key: None };
    let wrong = |path: &str| Failure::File(path.into(), std::io::ErrorKind::InvalidData.into());
    let pem = bytes.to_pkcs8_pem(LineEnding::LF).map_err(|_| wrong(private))?;
    let public_pem = key.verifying_key().to_public_key_pem(LineEnding::LF).map_err(|_| wrong(private))?;
    create(Path::new(private), pem.as_bytes(), true)?;
    create(&public, public_pem.as_bytes(), false)?;
    Ok((public, key.verifying_key()))
}

/// A file that was not there; a secret one is its owner's alone where the system knows owners.
fn create(path: &Path, bytes: &[u8], secret: bool) -> Result<(), Failure> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if secret {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = secret;
    let written = options.open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| Failure::File(path.display().to_string(), error))
}
