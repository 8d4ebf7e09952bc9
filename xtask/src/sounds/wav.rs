//! Microsoft's and IBM's container (RIFF WAVE, 1991): whole samples of 16 bits, one channel.

/// How many bytes stand before the samples.
pub(super) const HEADER: usize = 44;

const CHANNELS: u16 = 1;
const BYTES: u16 = 2;
/// Whole samples, not packed in any way.
const PCM: u16 = 1;

/// The file that holds these samples, so many a second. They are few: none comes near the container's 4 GB.
pub(super) fn file(samples: &[i16], rate: u32) -> Vec<u8> {
    let data: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    let length = data.len() as u32;
    let frame = CHANNELS * BYTES;
    let mut bytes = Vec::with_capacity(HEADER + data.len());
    bytes.extend(b"RIFF");
    bytes.extend((HEADER as u32 - 8 + length).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    bytes.extend(16_u32.to_le_bytes());
    bytes.extend([PCM, CHANNELS].map(u16::to_le_bytes).concat());
    bytes.extend([rate, rate * u32::from(frame)].map(u32::to_le_bytes).concat());
    bytes.extend([frame, 8 * BYTES].map(u16::to_le_bytes).concat());
    bytes.extend(b"data");
    bytes.extend(length.to_le_bytes());
    bytes.extend(data);
    bytes
}
