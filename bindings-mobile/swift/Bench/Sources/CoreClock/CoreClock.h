// The clocks inside a library that was built for the bench: nanoseconds (src/bench).
#pragma once
#include <stdint.h>

uint64_t muntwerk_bench_decide(uint32_t times);
uint64_t muntwerk_bench_batch(uint32_t orders, uint32_t times);
uint64_t muntwerk_bench_statement(uint32_t times);
uint64_t muntwerk_bench_wallet_files(uint32_t slices);
uint64_t muntwerk_bench_open(uint32_t times);
uint64_t muntwerk_bench_apply(uint32_t times);
uint64_t muntwerk_bench_preview(uint32_t times);
uint64_t muntwerk_bench_balances(uint32_t times);
uint64_t muntwerk_bench_statement_page(uint32_t times);
