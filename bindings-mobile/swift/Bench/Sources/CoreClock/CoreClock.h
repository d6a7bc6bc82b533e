// The clocks inside a library that was built for the bench: nanoseconds (src/bench.rs).
#pragma once
#include <stdint.h>

uint64_t muntwerk_bench_decide(uint32_t times);
uint64_t muntwerk_bench_batch(uint32_t orders, uint32_t times);
uint64_t muntwerk_bench_statement(uint32_t times);
