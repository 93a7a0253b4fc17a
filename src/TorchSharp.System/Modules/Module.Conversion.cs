using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Moves and converts the parameters and buffers. Whatever changes is a new object, in the module's fields too, and the
            /// old one is disposed; what needs no change stays. Only floating-point tensors take another element type.
            /// </summary>
            internal void Convert(ScalarType? type, Device? device)
            {
                foreach (var module in _modules.Values)
                    module.Convert(type, device);

                foreach (var (name, old) in _parameters.ToList())
                {
                    if (Converted(old, type, device) is not { } tensor)
                        continue;
                    var parameter = new Parameter(tensor, old.requires_grad);
                    using (var gradient = old.grad)
                    {
                        if (gradient is not null)
                            parameter.grad = Converted(gradient, type, device);
                    }

                    ReplaceInFields(old, parameter);
                    Assign(name, parameter);
                }

                foreach (var (name, old) in _buffers.ToList())
                {
                    if (Converted(old, type, device) is not { } buffer)
                        continue;
                    ReplaceInFields(old, buffer);
                    _buffers[name] = buffer.DetachFromDisposeScope();
                    old.Dispose();
                }
            }

            private static Tensor? Converted(Tensor tensor, ScalarType? type, Device? device)
            {
                var floating = tensor.dtype is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;
                var newType = floating && type is { } wanted ? wanted : tensor.dtype;
                var here = tensor.device;
                var stays = device is null || (device.type == here.type && (device.index < 0 || device.index == here.index));
                if (newType == tensor.dtype && stays)
                    return null;
                using var detached = tensor.detach();
                return detached.to(newType, device ?? here);
            }

            private void ReplaceInFields(Tensor old, Tensor with)
            {
                foreach (var field in Fields())
                {
                    if (ReferenceEquals(field.GetValue(this), old))
                        field.SetValue(this, with);
                }
            }
        }
    }
}
