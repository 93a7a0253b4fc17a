// What crosses the border to C#: values of 16 bytes, tensor handles, and a status code.
//
// A tensor handle is an owned reference to a c10::TensorImpl. Every exported function that returns int returns 0, or 1
// after an exception whose message ts_error() then gives to the same thread.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>
#include <c10/util/Exception.h>

#define TS_EXPORT extern "C" __attribute__((visibility("default")))

namespace ts {

enum class Kind : int32_t {
    Default = 0, None = 1, Tensor = 2, Integer = 3, Number = 4, Boolean = 5,
    Integers = 6, Tensors = 7, OptionalTensors = 8, Device = 9, Generator = 10
};

struct Value {
    Kind kind;
    int32_t length;
    union {
        int64_t integer;
        double number;
        void* pointer;
    };
};
static_assert(sizeof(Value) == 16, "C# declares the same layout");

using Handle = c10::TensorImpl*;

inline at::Tensor borrow(Handle handle) {
    return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(handle));
}

inline Handle release(at::Tensor tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

inline std::vector<at::Tensor> borrow(const Handle* handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int32_t i = 0; i < count; i++)
        tensors.push_back(handles[i] == nullptr ? at::Tensor() : borrow(handles[i]));
    return tensors;
}

void set_error(const char* message);

// No exception may cross into C#: it would end the process.
template <typename Body>
int guarded(Body&& body) {
    try {
        std::forward<Body>(body)();
        return 0;
    } catch (const c10::Error& error) {
        set_error(error.what_without_backtrace());
    } catch (const std::exception& error) {
        set_error(error.what());
    } catch (...) {
        set_error("unknown native exception");
    }
    return 1;
}

}  // namespace ts
