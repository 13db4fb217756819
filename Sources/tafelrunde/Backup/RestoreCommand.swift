import ArgumentParser
import Foundation
import Journal

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make a data folder from a backup, after checking all of it.",
        discussion: """
            Nothing is believed: the checksums of the file and of every entry are compared with FILE.manifest, and \
            every gathering is made anew from its entries. When anything differs, the command says so and leaves \
            nothing behind. The folder must be empty, or not there yet.

            With --keys the keys come back, and the master key beside the folder. Whoever is on a list of the \
            forgotten stays forgotten: the list in the keys' backup, the one beside the new folder, the one that \
            belongs to --data, and those that --forgotten names.

            Without --keys nobody's name can be read, and nobody can join or wish in a gathering of before. The master \
            key that lies beside the folder is used; when none does, a new one is made, and links, codes and cookies \
            of before work no more.

            Examples:
              tafelrunde restore today.journal --into ./data
              tafelrunde restore /mnt/a/today.journal --keys /mnt/b/today.keys \\
                --into ./data2 --forgotten ./data.forgotten
            """)

    @Argument(help: "The backup; FILE.manifest lies beside it.")
    var file: String

    @Option(help: ArgumentHelp("The data folder to make.", valueName: "folder"))
    var into: String

    @Option(help: ArgumentHelp("The keys' backup.", valueName: "file"))
    var keys: String?

    @Option(
        help: ArgumentHelp("One more list of the forgotten; may be given several times.", valueName: "file"))
    var forgotten: [String] = []

    @OptionGroup(title: "Data and log") var data: DataFlags

    func run() async throws {
        let settings = try data.settings()
        let lists = forgotten + [settings.masterKey.forgottenPath]
        let restore = Restore(file: file, folder: DataFolder(into), keysPath: keys)
        for list in forgotten { _ = try PrivateFile.read(list) }
        let done = try await restore.run(forgottenLists: lists)
        Output.say(
            "\(Counted.entries(done.entryCount, done.streamCount)) "
                + "\(done.entryCount == 1 ? "was checked and is" : "were checked and are") in \(into).")
        if keys != nil {
            Output.say(
                "\(Counted.text(done.keyCount, "key", "keys")) came back; \(done.forgottenCount) "
                    + "\(done.forgottenCount == 1 ? "stays" : "stay") forgotten.")
        } else {
            Output.say("No keys came back: without them nobody's name can be read.")
        }
        if done.isMasterKeyNew {
            Output.say(
                "A new master key is beside it: links and codes of before work no more. Begin with: "
                    + "tafelrunde link organiser --data \(into)")
        }
        Output.say("Serve it with: tafelrunde serve --data \(into)")
    }
}
