"""Benchmarks, as ratios: `./bali bench live` and `./bali bench pages`, each with `--quick` for a smoke run."""
