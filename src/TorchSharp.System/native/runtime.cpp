// Errors, threads, random generators, CUDA.
#include "abi.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/cuda.h>

using ts::Handle;

namespace {

thread_local std::string last_error;

}  // namespace

void ts::set_error(const char* message) {
    last_error = message;
}

TS_EXPORT const char* ts_error() {
    return last_error.c_str();
}

TS_EXPORT int ts_set_num_threads(int32_t count) {
    return ts::guarded([&] { at::set_num_threads(count); });
}

TS_EXPORT int ts_generator(uint64_t seed, at::Generator** result) {
    return ts::guarded([&] { *result = new at::Generator(at::detail::createCPUGenerator(seed)); });
}

TS_EXPORT int ts_generator_default(at::Generator** result) {
    return ts::guarded([&] { *result = new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

TS_EXPORT void ts_generator_dispose(at::Generator* generator) {
    delete generator;
}

TS_EXPORT int ts_generator_seed(at::Generator* generator, uint64_t seed) {
    return ts::guarded([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_current_seed(seed);
    });
}

TS_EXPORT int ts_generator_state(at::Generator* generator, Handle* result) {
    return ts::guarded([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        *result = ts::release(generator->get_state());
    });
}

TS_EXPORT int ts_generator_set_state(at::Generator* generator, Handle state) {
    return ts::guarded([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_state(ts::borrow(state));
    });
}

// The CPU's and every device's default generator.
TS_EXPORT int ts_manual_seed(uint64_t seed) {
    return ts::guarded([&] { at::manual_seed(seed); });
}

TS_EXPORT int32_t ts_cuda_available() {
    int32_t available = 0;
    ts::guarded([&] { available = torch::cuda::is_available(); });
    return available;
}

TS_EXPORT int32_t ts_cuda_cudnn_available() {
    int32_t available = 0;
    ts::guarded([&] { available = torch::cuda::cudnn_is_available(); });
    return available;
}

TS_EXPORT int32_t ts_cuda_device_count() {
    int32_t count = 0;
    ts::guarded([&] { count = static_cast<int32_t>(torch::cuda::device_count()); });
    return count;
}

TS_EXPORT int ts_cuda_manual_seed(uint64_t seed, int32_t all) {
    return ts::guarded([&] {
        if (all != 0)
            torch::cuda::manual_seed_all(seed);
        else
            torch::cuda::manual_seed(seed);
    });
}

TS_EXPORT int ts_cuda_synchronize(int64_t index) {
    return ts::guarded([&] { torch::cuda::synchronize(index); });
}
