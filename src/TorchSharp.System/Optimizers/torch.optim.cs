using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What has a learning rate: a group of parameters.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        /// <summary>What has the two decay rates of Adam's averages.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }

        /// <inheritdoc cref="Modules.AdamW"/>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <inheritdoc cref="Modules.AdamW"/>
        public static AdamW AdamW(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters.Select(pair => pair.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <inheritdoc cref="Modules.AdamW"/>
        public static AdamW AdamW(
            IEnumerable<AdamW.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
    }
}
