// Gradients, and the modes that switch them off.
#include "abi.h"

#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

using ts::Handle;

TS_EXPORT int ts_backward(
    const Handle* outputs, int32_t output_count, const Handle* gradients, int32_t gradient_count,
    const Handle* inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph) {
    return ts::guarded([&] {
        torch::autograd::backward(
            ts::borrow(outputs, output_count), ts::borrow(gradients, gradient_count), retain_graph != 0, create_graph != 0,
            ts::borrow(inputs, input_count));
    });
}

// `results` has room for one handle an input; null where an input is unused.
TS_EXPORT int ts_grad(
    const Handle* outputs, int32_t output_count, const Handle* gradients, int32_t gradient_count,
    const Handle* inputs, int32_t input_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused,
    Handle* results) {
    return ts::guarded([&] {
        auto found = torch::autograd::grad(
            ts::borrow(outputs, output_count), ts::borrow(inputs, input_count), ts::borrow(gradients, gradient_count),
            retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (int32_t i = 0; i < input_count; i++)
            results[i] = ts::release(std::move(found[i]));
    });
}

TS_EXPORT int ts_tensor_grad(Handle handle, Handle* result) {
    return ts::guarded([&] { *result = ts::release(ts::borrow(handle).grad()); });
}

TS_EXPORT int ts_tensor_set_grad(Handle handle, Handle gradient) {
    return ts::guarded([&] { ts::borrow(handle).mutable_grad() = gradient == nullptr ? at::Tensor() : ts::borrow(gradient); });
}

TS_EXPORT int32_t ts_tensor_requires_grad(Handle handle) {
    return ts::borrow(handle).requires_grad();
}

TS_EXPORT int ts_tensor_set_requires_grad(Handle handle, int32_t value) {
    return ts::guarded([&] {
        // The public interface checks what set_requires_grad only assumes.
        ts::borrow(handle).requires_grad_(value != 0);
    });
}

TS_EXPORT int32_t ts_grad_enabled() {
    return c10::GradMode::is_enabled();
}

TS_EXPORT void ts_set_grad_enabled(int32_t enabled) {
    c10::GradMode::set_enabled(enabled != 0);
}

// The guard must be ended by the thread that began it, the innermost first.
TS_EXPORT int ts_inference_begin(int32_t enabled, void** guard) {
    return ts::guarded([&] { *guard = new c10::InferenceMode(enabled != 0); });
}

TS_EXPORT void ts_inference_end(void* guard) {
    delete static_cast<c10::InferenceMode*>(guard);
}
