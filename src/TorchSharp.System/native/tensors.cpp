// A tensor's life, description and memory.
#include "abi.h"

#include <cstring>

#include <ATen/Functions.h>

using ts::Handle;

namespace {

template <typename T>
void store(void* target, T value) {
    std::memcpy(target, &value, sizeof(value));
}

}  // namespace

TS_EXPORT void ts_tensor_dispose(Handle handle) {
    ts::guarded([&] { c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle); });
}

// Another handle on the same tensor.
TS_EXPORT Handle ts_tensor_share(Handle handle) {
    return ts::release(ts::borrow(handle));
}

// A new tensor with a copy of `data`, on the CPU.
TS_EXPORT int ts_tensor_copy(const void* data, const int64_t* sizes, int32_t dimensions, int8_t dtype, Handle* result) {
    return ts::guarded([&] {
        auto tensor = at::empty(at::IntArrayRef(sizes, dimensions), at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)));
        if (tensor.numel() > 0)
            std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
        *result = ts::release(std::move(tensor));
    });
}

// A tensor on memory that C# pins; `unpin` is called once, when the last tensor on it is gone.
TS_EXPORT int ts_tensor_share_memory(void* data, int64_t count, int8_t dtype, void* pin, void (*unpin)(void*), Handle* result) {
    return ts::guarded([&] {
        *result = ts::release(at::from_blob(
            data, {count}, [pin, unpin](void*) { unpin(pin); }, at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype))));
    });
}

// The number of dimensions; the first `capacity` sizes and strides are stored, where the pointers are not null.
TS_EXPORT int32_t ts_tensor_shape(Handle handle, int64_t* sizes, int64_t* strides, int32_t capacity) {
    const auto tensor = ts::borrow(handle);
    const auto dimensions = static_cast<int32_t>(tensor.dim());
    for (int32_t i = 0; i < dimensions && i < capacity; i++) {
        if (sizes != nullptr)
            sizes[i] = tensor.sizes()[i];
        if (strides != nullptr)
            strides[i] = tensor.strides()[i];
    }
    return dimensions;
}

TS_EXPORT int64_t ts_tensor_numel(Handle handle) {
    return handle->numel();
}

TS_EXPORT int8_t ts_tensor_dtype(Handle handle) {
    return static_cast<int8_t>(c10::typeMetaToScalarType(handle->dtype()));
}

TS_EXPORT int64_t ts_tensor_element_size(Handle handle) {
    return static_cast<int64_t>(handle->itemsize());
}

TS_EXPORT int32_t ts_tensor_contiguous(Handle handle) {
    return handle->is_contiguous();
}

TS_EXPORT void ts_tensor_device(Handle handle, int32_t* type, int32_t* index) {
    const auto device = handle->device();
    *type = static_cast<int32_t>(device.type());
    *index = device.index();
}

TS_EXPORT int ts_tensor_data(Handle handle, void** data) {
    return ts::guarded([&] { *data = ts::borrow(handle).data_ptr(); });
}

// The one element of a tensor on any device, in the tensor's own element type.
TS_EXPORT int ts_tensor_item(Handle handle, void* target) {
    return ts::guarded([&] {
        const auto tensor = ts::borrow(handle);
        if (tensor.is_cpu() && tensor.numel() == 1) {
            std::memcpy(target, tensor.data_ptr(), tensor.itemsize());
            return;
        }
        const auto scalar = tensor.item();
        switch (tensor.scalar_type()) {
        case at::kByte: return store(target, scalar.to<uint8_t>());
        case at::kChar: return store(target, scalar.to<int8_t>());
        case at::kShort: return store(target, scalar.to<int16_t>());
        case at::kInt: return store(target, scalar.to<int32_t>());
        case at::kLong: return store(target, scalar.to<int64_t>());
        case at::kHalf: return store(target, scalar.to<at::Half>());
        case at::kBFloat16: return store(target, scalar.to<at::BFloat16>());
        case at::kFloat: return store(target, scalar.to<float>());
        case at::kDouble: return store(target, scalar.to<double>());
        case at::kBool: return store(target, scalar.to<bool>());
        default: TORCH_CHECK(false, "item: unsupported element type ", tensor.scalar_type());
        }
    });
}
