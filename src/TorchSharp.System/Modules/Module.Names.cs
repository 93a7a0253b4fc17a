using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters, frozen ones too, each once.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
                => named_parameters(recurse).Select(pair => pair.parameter);

            /// <summary>The parameters with names as in "layers.0.weight", each once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                foreach (var (name, parameter) in _parameters)
                {
                    if (seen.Add(parameter))
                        yield return (name, parameter);
                }

                if (!recurse)
                    yield break;
                foreach (var (prefix, module) in _modules)
                {
                    foreach (var (name, parameter) in module.named_parameters())
                    {
                        if (seen.Add(parameter))
                            yield return ($"{prefix}.{name}", parameter);
                    }
                }
            }

            /// <summary>The buffers of <see cref="state_dict"/>; TorchSharp leaves the others out whatever is asked for.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (name, buffer) in _buffers)
                {
                    if (!_transientBuffers.Contains(name))
                        yield return (name, buffer);
                }

                if (!recurse)
                    yield break;
                foreach (var (prefix, module) in _modules)
                {
                    foreach (var (name, buffer) in module.named_buffers())
                        yield return ($"{prefix}.{name}", buffer);
                }
            }

            /// <summary>The modules in this one, and those in them, with their full names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, module) in _modules)
                    yield return (name, module);
                foreach (var (prefix, parent) in _modules)
                {
                    foreach (var (name, module) in parent.named_modules())
                        yield return ($"{prefix}.{name}", module);
                }
            }

            /// <summary>The parameter with a full name; null: there is none.</summary>
            public virtual Parameter? get_parameter(string target)
            {
                if (_parameters.TryGetValue(target, out var parameter))
                    return parameter;
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                return dot > 0 && _modules.TryGetValue(target[..dot], out var module) ? module.get_parameter(target[(dot + 1)..]) : null;
            }

            /// <summary>The parameters and persistent buffers themselves, under their full names.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in _parameters)
                    destination.TryAdd(start + name, parameter);
                foreach (var (name, buffer) in named_buffers(recurse: false))
                    destination.TryAdd(start + name, buffer);
                foreach (var (name, module) in _modules)
                    module.state_dict(destination, start + name);
                return destination;
            }

            /// <summary>Copies tensors into the parameters and buffers of the same names, converting their element type.</summary>
            /// <exception cref="InvalidOperationException">Names differ, and <paramref name="strict"/> is true.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var target = state_dict();
                var missing = target.Keys.Where(key => !Skipped(key) && !source.ContainsKey(key)).ToList();
                var unexpected = source.Keys.Where(key => !Skipped(key) && !target.ContainsKey(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"The loaded state_dict is not identical to the target dictionary: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                }

                using (no_grad())
                {
                    foreach (var (key, tensor) in target)
                    {
                        if (!Skipped(key) && source.TryGetValue(key, out var loaded))
                            tensor.copy_(loaded);
                    }
                }

                return (missing, unexpected);

                bool Skipped(string key) => skip is not null && skip.Contains(key);
            }
        }
    }
}
