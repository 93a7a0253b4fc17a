namespace TorchSharp.Tests.Scopes;

public class DisposeScopeTests
{
    [Test]
    public void A_scope_disposes_what_was_made_in_it()
    {
        torch.Tensor x;
        using (var scope = NewDisposeScope())
        {
            x = ones([1]);
            Assert.That(scope.DisposablesCount, Is.EqualTo(1));
        }

        Assert.That(x.IsInvalid, Is.True);
    }

    [Test]
    public void What_was_made_before_survives()
    {
        using var x = ones([1]);
        using (NewDisposeScope())
            _ = x + 1;

        Assert.That(x.IsInvalid, Is.False);
    }

    [Test]
    public void The_innermost_scope_is_the_current_one()
    {
        Assert.That(CurrentDisposeScope, Is.Null);
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
                Assert.That(CurrentDisposeScope, Is.SameAs(inner));
            Assert.That(CurrentDisposeScope, Is.SameAs(outer));
        }

        Assert.That(CurrentDisposeScope, Is.Null);
    }

    [Test]
    public void A_tensor_moves_to_the_outer_scope()
    {
        torch.Tensor byScope, bySelf, first, second, third;
        using (NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                byScope = inner.MoveToOuter(ones([1]));
                bySelf = ones([1]).MoveToOuterDisposeScope();
                (first, second) = inner.MoveToOuter(ones([1]), ones([1]));
                (first, second, third) = inner.MoveToOuter(ones([1]), second, ones([1]));
            }

            Assert.That(new[] { byScope, bySelf, first, third }.Select(tensor => tensor.IsInvalid), Is.All.False);
        }

        Assert.That(new[] { byScope, bySelf, first, second, third }.Select(tensor => tensor.IsInvalid), Is.All.True);
    }

    [Test]
    public void Many_move_to_the_outer_scope()
    {
        using var outer = NewDisposeScope();
        torch.Tensor[] array, list;
        using (var inner = NewDisposeScope())
        {
            array = [ones([1]), ones([1])];
            list = [ones([1]), ones([1])];
            inner.MoveToOuter(array[0], array[1], ones([1]), ones([1]));
            inner.MoveToOuter(list.AsEnumerable());
        }

        Assert.That(array.Concat(list).Select(tensor => tensor.IsInvalid), Is.All.False);
    }

    [Test]
    public void Without_an_outer_scope_it_belongs_to_none()
    {
        torch.Tensor x;
        using (var scope = NewDisposeScope())
            x = scope.MoveToOuter(ones([1]));

        Assert.That(x.IsInvalid, Is.False);
        x.Dispose();
    }

    [Test]
    public void A_tensor_moves_to_another_scope()
    {
        using var outermost = NewDisposeScope();
        var companion = zeros([1]);
        torch.Tensor one, two, three, four, five;
        using (NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                one = inner.MoveToOther(outermost, ones([1]));
                (two, three) = inner.MoveToOther(outermost, ones([1]), ones([1]));
                four = ones([1]).MoveToOtherDisposeScope(outermost);
                five = ones([1]).MoveToOtherDisposeScope(companion);
                inner.MoveToOther(outermost, inner.MoveToOther(null, ones([1])));
                inner.MoveToOther(outermost, ones([1]), ones([1]), ones([1]), ones([1]));
                inner.MoveToOther(outermost, new[] { ones([1]) }.AsEnumerable<IDisposable>());
                var (a, b, c) = inner.MoveToOther(outermost, ones([1]), ones([1]), ones([1]));
                Assert.That(a.IsInvalid || b.IsInvalid || c.IsInvalid, Is.False);
            }
        }

        Assert.That(new[] { one, two, three, four, five }.Select(tensor => tensor.IsInvalid), Is.All.False);
        Assert.That(outermost.DisposablesCount, Is.EqualTo(14));
    }

    [Test]
    public void A_detached_tensor_belongs_to_no_scope()
    {
        torch.Tensor byScope, bySelf, first, second, third, many, one, two, three, listed;
        using (var scope = NewDisposeScope())
        {
            byScope = scope.Detach(ones([1]));
            bySelf = ones([1]).DetachFromDisposeScope();
            (first, second) = scope.Detach(ones([1]), ones([1]));
            (first, second, third) = scope.Detach(ones([1]), second, ones([1]));
            many = ones([1]);
            (one, two, three) = (ones([1]), ones([1]), ones([1]));
            listed = ones([1]);
            scope.Detach(many, one, two, three);
            scope.Detach(new List<IDisposable> { listed });
        }

        torch.Tensor[] all = [byScope, bySelf, first, second, third, many, one, two, three, listed];
        Assert.That(all.Select(tensor => tensor.IsInvalid), Is.All.False);
        foreach (var tensor in all)
            tensor.Dispose();
    }

    [Test]
    public void A_scope_can_be_given_tensors()
    {
        var one = ones([1]);
        var two = ones([1]);
        var three = ones([1]);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(one);
            scope.Attach(two, (IDisposable)zeros([1]));
            Assert.That(scope.Attach(new List<IDisposable> { three }), Has.Count.EqualTo(1));
        }

        Assert.That(new[] { one, two, three }.Select(tensor => tensor.IsInvalid), Is.All.True);
    }

    [Test]
    public void Everything_but_some_can_be_disposed_on_the_way()
    {
        using var scope = NewDisposeScope();
        var dropped = ones([1]);
        var kept = scope.DisposeEverythingBut(ones([1]));
        Assert.That(dropped.IsInvalid, Is.True);
        Assert.That(kept.IsInvalid, Is.False);
        Assert.That(scope.DisposablesCount, Is.EqualTo(1));

        var (a, b) = scope.DisposeEverythingBut(ones([1]), ones([1]));
        Assert.That(kept.IsInvalid, Is.True);
        Assert.That(scope.DisposablesCount, Is.EqualTo(2));

        var (c, d, e) = scope.DisposeEverythingBut(a, b, ones([1]));
        Assert.That(c.IsInvalid || d.IsInvalid || e.IsInvalid, Is.False);

        scope.DisposeEverythingBut(a, b, c, ones([1]));
        Assert.That(scope.DisposablesCount, Is.EqualTo(3));
        scope.DisposeEverythingBut(new List<IDisposable> { a });
        Assert.That(scope.DisposablesCount, Is.EqualTo(1));
        Assert.That(b.IsInvalid, Is.True);
    }

    [Test]
    public void A_tensor_disposed_by_hand_leaves_its_scope()
    {
        using var scope = NewDisposeScope();

        ones([1]).Dispose();

        Assert.That(scope.DisposablesCount, Is.Zero);
    }

    [Test]
    public void A_scope_is_the_threads_own()
    {
        using var scope = NewDisposeScope();
        torch.Tensor? made = null;
        var thread = new Thread(() => made = ones([1]));

        thread.Start();
        thread.Join();

        Assert.That(scope.DisposablesCount, Is.Zero);
        made!.Dispose();
    }
}
