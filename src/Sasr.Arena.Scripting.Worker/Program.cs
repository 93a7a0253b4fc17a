using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Sasr.Arena.Scripting;
using Sasr.Arena.Scripting.Confinement;
using Sasr.Arena.Scripting.Protocol;

// Before any regular expression is made, so that it holds for every one of a script's, in either language.
AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromMilliseconds(250));
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

// A terminal's Ctrl-C reaches every process of a group. What then ends is the supervisor's to decide, and with it this process.
ProcessGroup.Leave();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);

(Stream input, Stream output) = ProtocolPipes.Take();
WorkerArguments arguments = WorkerArguments.Parse(args);
ProgressPage? progress = arguments.Progress is { } descriptor ? new ProgressPage(new SafeFileHandle(descriptor, ownsHandle: true)) : null;
InnerFilter.Install(required: arguments.Sandboxed);
new WorkerLoop(input, output, progress).Run();
