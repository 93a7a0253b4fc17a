using System.Text;
using Sasr.Arena.Models.Weights;
using Sasr.Arena.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Tests.Weights;

public sealed class SafetensorsTests
{
    [Test]
    public void A_file_written_by_hand_is_read()
    {
        using var folder = new TemporaryFolder();
        string header = """{"__metadata__":{"made":"by hand"},"b":{"dtype":"BF16","shape":[2],"data_offsets":[8,12]},"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}""";
        byte[] data = [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0x80, 0x3F, 0x20, 0x41];   // 1, -2; bfloat16 1, 10
        File.WriteAllBytes(folder.File("x"), [.. BitConverter.GetBytes((long)header.Length), .. Encoding.ASCII.GetBytes(header), .. data]);
        using DisposeScope scope = NewDisposeScope();

        Dictionary<string, Tensor> tensors = Safetensors.Load(folder.File("x"));

        Assert.That(tensors.Keys, Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(tensors["a"].shape, Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(tensors["a"].data<float>().ToArray(), Is.EqualTo(new[] { 1f, -2f }));
        Assert.That(tensors["b"].to(ScalarType.Float32).data<float>().ToArray(), Is.EqualTo(new[] { 1f, 10f }));
    }

    [Test]
    public void What_is_written_is_read_back_and_twice_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        using DisposeScope scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>
        {
            ["z"] = tensor([1L, 2, 3], [3, 1]),
            ["a.weight"] = randn([4, 5]).transpose(0, 1),
            ["scalar"] = tensor(2.5f),
        };

        Safetensors.Save(folder.File("one"), tensors);
        Safetensors.Save(folder.File("two"), tensors.Reverse());
        Dictionary<string, Tensor> read = Safetensors.Load(folder.File("one"));

        Assert.That(File.ReadAllBytes(folder.File("two")), Is.EqualTo(File.ReadAllBytes(folder.File("one"))));
        foreach ((string name, Tensor tensor) in tensors)
        {
            Assert.That(read[name].shape, Is.EqualTo(tensor.shape));
            Assert.That(read[name].dtype, Is.EqualTo(tensor.dtype));
            Assert.That(read[name].bytes.ToArray(), Is.EqualTo(tensor.contiguous().bytes.ToArray()));
        }
    }

    [TestCase("", TestName = "an empty file")]
    [TestCase("\u0002\0\0\0\0\0\0\0{", TestName = "a file cut short in its header")]
    [TestCase("\u0002\0\0\0\0\0\0\0[]", TestName = "a header that is no object")]
    [TestCase("\u003B\0\0\0\0\0\0\0{\"a\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,36]}}    \0\0", TestName = "a file cut short in its data")]
    [TestCase("\u003B\0\0\0\0\0\0\0{\"a\":{\"dtype\":\"F99\",\"shape\":[0],\"data_offsets\":[0,0]}}      ", TestName = "an unknown type")]
    public void What_is_not_such_a_file_is_refused_by_name(string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("broken"), Encoding.Latin1.GetBytes(content));

        Assert.That(
            () => Safetensors.Load(folder.File("broken")),
            Throws.TypeOf<InputException>().With.Message.StartsWith(folder.File("broken")));
    }
}
