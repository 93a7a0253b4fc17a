using Sasr.Arena.Scripting.Isolation;

namespace Sasr.Arena.Scripting.Tests.Isolation;

public sealed class UserIdsTests
{
    private static readonly string[] WholeMachine = ["         0          0 4294967295"];
    private static readonly string[] Container = ["         0       1000          1", "         1     100000      65536"];

    [Test]
    public void No_two_processes_and_no_two_slots_share_a_user()
    {
        long[] users = [.. from process in new[] { 1, 2, 4194303 } from slot in Enumerable.Range(0, 64) select UserIds.Of(WholeMachine, process, slot)];
        Assert.That(users, Is.Unique);
        Assert.That(users, Is.All.InRange(1L << 30, int.MaxValue));
    }

    [Test]
    public void A_container_that_knows_few_users_lends_the_upper_half_of_them()
    {
        long[] users = [.. Enumerable.Range(0, 64).Select(slot => UserIds.Of(Container, 4711, slot))];
        Assert.That(users, Is.Unique);
        Assert.That(users, Is.All.InRange(32768, 65535));
    }

    [Test]
    public void No_user_is_lent_again_while_its_process_runs()
    {
        var ended = new HashSet<int>();
        var users = new UserIds(process => !ended.Contains(process));
        int[] slots = [.. Enumerable.Range(0, 64).Select(Lend)];
        Assert.That(slots, Is.Unique);
        ended.UnionWith([5, 40, 41]);
        Assert.That(Enumerable.Range(64, 3).Select(Lend), Is.EqualTo(new[] { slots[5], slots[40], slots[41] }));

        int Lend(int process)
        {
            int slot = users.Next();
            users.Give(slot, process);
            return slot;
        }
    }
}
