using Sasr.Arena.Models.Transformer;
using Sasr.Arena.Models.Weights;
using Sasr.Arena.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Sasr.Arena.Models.Tests.Weights;

public sealed class ModelFolderTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void A_saved_model_is_the_same_when_loaded(bool tied)
    {
        using var folder = new TemporaryFolder();
        using LlamaForCausalLM model = TinyModels.Create(TinyModels.Config with { TieWordEmbeddings = tied });
        ModelFolder.Save(folder.Path, model);

        using LlamaForCausalLM loaded = ModelFolder.Load(folder.Path, CPU);

        using DisposeScope scope = NewDisposeScope();
        using var _ = no_grad();
        Tensor ids = tensor([1L, 2, 3], [1, 3]);
        loaded.Config.Save(folder.File("again.json"));
        Assert.That(File.ReadAllText(folder.File("again.json")), Is.EqualTo(File.ReadAllText(folder.File("config.json"))));
        Assert.That(loaded.forward(ids).bytes.ToArray(), Is.EqualTo(model.forward(ids).bytes.ToArray()));
    }

    [Test]
    public void Weights_of_another_shape_are_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        using LlamaForCausalLM model = TinyModels.Create();
        ModelFolder.Save(folder.Path, model);
        (TinyModels.Config with { IntermediateSize = 20 }).Save(folder.File("config.json"));

        Assert.That(
            () => ModelFolder.Load(folder.Path, CPU),
            Throws.TypeOf<InputException>().With.Message.Contains("mlp").And.Message.Contains("where the configuration says"));
    }

    [Test]
    public void A_folder_that_does_not_exist_is_refused()
    {
        Assert.That(
            () => ModelFolder.Load("/nowhere/at/all", CPU),
            Throws.TypeOf<InputException>().With.Message.Contains("there is no such folder"));
    }
}
