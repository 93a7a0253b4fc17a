// Any ATen operator by its schema name, through the dispatcher: autograd, inference mode and devices work as from Python.
#include "abi.h"

#include <cstdlib>

#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>
#include <ATen/core/stack.h>

namespace {

using ts::Handle;
using ts::Kind;
using ts::Value;

struct Operator {
    c10::OperatorHandle handle;
    std::vector<c10::IValue> defaults;
    std::vector<bool> required;
};

c10::IValue to_ivalue(const Value& value) {
    switch (value.kind) {
    case Kind::Tensor:
        return ts::borrow(static_cast<Handle>(value.pointer));
    case Kind::Integer:
        return value.integer;
    case Kind::Number:
        return value.number;
    case Kind::Boolean:
        return value.integer != 0;
    case Kind::Integers:
        return at::IntArrayRef(static_cast<const int64_t*>(value.pointer), value.length);
    case Kind::Tensors: {
        c10::List<at::Tensor> list;
        list.reserve(value.length);
        for (int32_t i = 0; i < value.length; i++)
            list.push_back(ts::borrow(static_cast<Handle*>(value.pointer)[i]));
        return list;
    }
    case Kind::OptionalTensors: {
        c10::impl::GenericList list(c10::OptionalType::create(c10::TensorType::get()));
        list.reserve(value.length);
        for (int32_t i = 0; i < value.length; i++) {
            auto handle = static_cast<Handle*>(value.pointer)[i];
            list.push_back(handle == nullptr ? c10::IValue() : c10::IValue(ts::borrow(handle)));
        }
        return list;
    }
    case Kind::Device:
        return c10::Device(static_cast<c10::DeviceType>(value.length), static_cast<c10::DeviceIndex>(value.integer));
    case Kind::Generator:
        return *static_cast<at::Generator*>(value.pointer);
    default:
        return c10::IValue();
    }
}

Value from_ivalue(c10::IValue& item) {
    Value value{Kind::None, 0, {0}};
    if (item.isTensor()) {
        value.pointer = ts::release(std::move(item).toTensor());
        value.kind = value.pointer == nullptr ? Kind::None : Kind::Tensor;
    } else if (item.isInt()) {
        value.kind = Kind::Integer;
        value.integer = item.toInt();
    } else if (item.isDouble()) {
        value.kind = Kind::Number;
        value.number = item.toDouble();
    } else if (item.isBool()) {
        value.kind = Kind::Boolean;
        value.integer = item.toBool();
    } else if (item.isTensorList()) {
        auto tensors = item.toTensorVector();
        auto handles = static_cast<Handle*>(std::malloc(sizeof(Handle) * (tensors.size() + 1)));
        for (size_t i = 0; i < tensors.size(); i++)
            handles[i] = ts::release(std::move(tensors[i]));
        value.kind = Kind::Tensors;
        value.length = static_cast<int32_t>(tensors.size());
        value.pointer = handles;
    }
    return value;
}

}  // namespace

TS_EXPORT int ts_operator(const char* name, const char* overload, Operator** result) {
    return ts::guarded([&] {
        auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
        std::vector<c10::IValue> defaults;
        std::vector<bool> required;
        for (const auto& argument : handle.schema().arguments()) {
            required.push_back(!argument.default_value().has_value());
            defaults.push_back(required.back() ? c10::IValue() : *argument.default_value());
        }
        // Kept for the life of the process, as C# keeps them in static fields.
        *result = new Operator{handle, std::move(defaults), std::move(required)};
    });
}

// Fewer results than the operator has (zero for an in-place call, which returns what it was given) drops the rest.
TS_EXPORT int ts_call(const Operator* op, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
    return ts::guarded([&] {
        const auto total = op->defaults.size();
        TORCH_CHECK(static_cast<size_t>(count) <= total, op->handle.operator_name().name, ": too many arguments");
        torch::jit::Stack stack;
        stack.reserve(total);
        for (size_t i = 0; i < total; i++) {
            if (i < static_cast<size_t>(count) && arguments[i].kind != Kind::Default) {
                stack.push_back(to_ivalue(arguments[i]));
            } else {
                TORCH_CHECK(!op->required[i], op->handle.operator_name().name, ": missing argument ", i);
                stack.push_back(op->defaults[i]);
            }
        }
        op->handle.callBoxed(&stack);
        for (int32_t i = 0; i < capacity && static_cast<size_t>(i) < stack.size(); i++)
            results[i] = from_ivalue(stack[i]);
    });
}

TS_EXPORT void ts_free(void* memory) {
    std::free(memory);
}
