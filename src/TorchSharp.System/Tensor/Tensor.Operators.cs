using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => Aten.AddTensor.Call(left, right);

        public static Tensor operator +(Tensor left, Scalar right) => Aten.AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, int right) => Aten.AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, long right) => Aten.AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, float right) => Aten.AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, double right) => Aten.AddScalar.Call(left, right);

        public static Tensor operator -(Tensor left, Tensor right) => Aten.SubTensor.Call(left, right);

        public static Tensor operator -(Tensor left, Scalar right) => Aten.SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, int right) => Aten.SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, long right) => Aten.SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, float right) => Aten.SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, double right) => Aten.SubScalar.Call(left, right);

        public static Tensor operator *(Tensor left, Tensor right) => Aten.MulTensor.Call(left, right);

        public static Tensor operator *(Tensor left, Scalar right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, int right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, long right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, float right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, double right) => Aten.MulScalar.Call(left, right);

        public static Tensor operator /(Tensor left, Tensor right) => Aten.DivTensor.Call(left, right);

        public static Tensor operator /(Tensor left, Scalar right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, int right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, long right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, float right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, double right) => Aten.DivScalar.Call(left, right);

        public static Tensor operator /(Scalar left, Tensor right) => Divide(left, right);

        public static Tensor operator /(int left, Tensor right) => Divide(left, right);

        public static Tensor operator /(long left, Tensor right) => Divide(left, right);

        public static Tensor operator /(float left, Tensor right) => Divide(left, right);

        public static Tensor operator /(double left, Tensor right) => Divide(left, right);

        public static Tensor operator -(Tensor tensor) => Aten.Neg.Call(tensor);

        public static Tensor operator <(Tensor left, Tensor right) => Aten.LtTensor.Call(left, right);

        public static Tensor operator <(Tensor left, Scalar right) => Aten.LtScalar.Call(left, right);

        public static Tensor operator >(Tensor left, Tensor right) => Aten.GtTensor.Call(left, right);

        public static Tensor operator >(Tensor left, Scalar right) => Aten.GtScalar.Call(left, right);

        public static Tensor operator ==(Tensor left, Tensor right) => Aten.EqTensor.Call(left, right);

        public static Tensor operator ==(Tensor left, Scalar right) => Aten.EqScalar.Call(left, right);

        public static Tensor operator !=(Tensor left, Tensor right) => Aten.NeTensor.Call(left, right);

        public static Tensor operator !=(Tensor left, Scalar right) => Aten.NeScalar.Call(left, right);

        private static Tensor Divide(Argument left, Tensor right)
        {
            using var reciprocal = Aten.Reciprocal.Call(right);
            return Aten.MulScalar.Call(reciprocal, left);
        }
    }
}
