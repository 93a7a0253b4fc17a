using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a network: parameters, buffers and other modules, under names. A derived class calls
        /// <see cref="RegisterComponents"/> at the end of its constructor, or the register_ methods itself.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, Tensor> _buffers = [];
            private readonly OrderedDictionary<string, Module> _modules = [];
            private readonly HashSet<string> _transientBuffers = [];
            private bool _registered;
            private bool _training = true;

            protected Module(string name) => _name = name;

            ~Module() => Dispose(false);

            /// <summary>Whether the module is being trained, rather than used.</summary>
            public virtual bool training => _training;

            /// <summary>
            /// Registers the modules, parameters and other tensors in the fields of the class and of its bases, under the fields'
            /// names. It runs once; names that are registered already are left alone.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                    return;
                _registered = true;
                foreach (var field in Fields())
                {
                    if (_modules.ContainsKey(field.Name) || _parameters.ContainsKey(field.Name) || _buffers.ContainsKey(field.Name))
                        continue;
                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(field.Name, module);
                            break;
                        case Parameter parameter:
                            register_parameter(field.Name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(field.Name, tensor);
                            break;
                    }
                }
            }

            /// <summary>Adds a parameter; from here on it belongs to no scope.</summary>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                if (!_parameters.TryAdd(name, param))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                param.DetachFromDisposeScope();
            }

            /// <summary>Adds a tensor that isn't trained; from here on it belongs to no scope.</summary>
            /// <param name="name">The buffer's name.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether <see cref="state_dict"/> has it.</param>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                if (!_buffers.TryAdd(name, tensor))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                if (!persistent)
                    _transientBuffers.Add(name);
                tensor.DetachFromDisposeScope();
            }

            /// <summary>Adds a module.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"module name can't contain \".\", got: {name}", nameof(name));
                if (name.Length == 0)
                    throw new ArgumentException("module name can't be empty string \"\"", nameof(name));
                if (!_modules.TryAdd(name, submodule))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                submodule.RegisterComponents();
            }

            /// <summary>Switches the module and all in it to training.</summary>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var module in _modules.Values)
                    module.train(train);
            }

            /// <summary>Switches the module and all in it to use.</summary>
            public virtual void eval() => train(false);

            /// <summary>Drops the parameters' gradients, or fills them with zeros.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null)
                        continue;
                    if (set_to_none)
                        parameter.grad = null;
                    else
                        gradient.zero_();
                }
            }

            public override string ToString() => _name;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var parameter in _parameters.Values)
                    parameter.Dispose();
                foreach (var buffer in _buffers.Values)
                    buffer.Dispose();
                foreach (var module in _modules.Values)
                    module.Dispose();
            }

            /// <summary>The module's fields are not looked at: it names its components itself.</summary>
            internal void RegistersItself() => _registered = true;

            /// <summary>Puts a parameter in the place of the one of this name, which is disposed; null: removes it.</summary>
            internal void Assign(string name, Parameter? parameter)
            {
                if (_parameters.TryGetValue(name, out var old) && !ReferenceEquals(old, parameter))
                    old.Dispose();
                if (parameter is null)
                    _parameters.Remove(name);
                else
                    _parameters[name] = parameter;
                parameter?.DetachFromDisposeScope();
            }

            /// <summary>Puts a module under a name, whether or not it is taken.</summary>
            internal void Assign(string name, Module module)
            {
                _modules[name] = module;
                module.RegisterComponents();
            }

            internal void ClearModules() => _modules.Clear();

            // The class's own fields first, then its bases'.
            private IEnumerable<FieldInfo> Fields()
            {
                const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(Own))
                        yield return field;
                }
            }
        }
    }
}
