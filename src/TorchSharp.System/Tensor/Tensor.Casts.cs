namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static explicit operator float(Tensor value) => (float)value.ReadScalar().ToDouble();

        public static explicit operator double(Tensor value) => value.ReadScalar().ToDouble();

        public static explicit operator sbyte(Tensor value) => (sbyte)value.ReadScalar().ToInt64();

        public static explicit operator byte(Tensor value) => (byte)value.ReadScalar().ToInt64();

        public static explicit operator short(Tensor value) => (short)value.ReadScalar().ToInt64();

        public static explicit operator int(Tensor value) => (int)value.ReadScalar().ToInt64();

        public static explicit operator long(Tensor value) => (long)value.ReadScalar().ToInt64();

        public static explicit operator bool(Tensor value) => value.ReadScalar().ToDouble() != 0;
    }
}
