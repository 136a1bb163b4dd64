//! Records of every published edition, kept for ever: each later version replays them to the byte.
