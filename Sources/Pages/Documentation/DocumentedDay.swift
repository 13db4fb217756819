internal import Domain

/// How the day ran: fixed items and rounds of sessions, by time.
extension Told {
    struct Station: Part {
        let time: String
        let title: String

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "time": .text(time)
            case "title": .text(title)
            default: nil
            }
        }
    }

    var course: [Station] {
        let items = documentation.items.map { item in
            (
                item.start,
                Station(
                    time: span(item.start, item.end),
                    title: [item.title, item.room].compactMap(\.self).joined(separator: ", "))
            )
        }
        let rounds = documentation.slots.compactMap { slot -> (MinuteOfDay, Station)? in
            let count = documentation.takingPlace.count { $0.place?.slot == slot.id }
            guard count > 0 else { return nil }
            return (
                slot.start,
                Station(
                    time: span(slot.start, slot.end), title: words("documentation.atOnce", count: count))
            )
        }
        return (items + rounds).sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Those in which a session was.
    var rooms: [Documentation.Room] {
        let used = Set(documentation.sessions.compactMap { $0.place?.room })
        return documentation.rooms.filter { used.contains($0.id) }
    }

    /// The board as a table: times as rows, rooms as columns; what is for everybody goes across.
    var rows: [DocumentedRow] {
        let slots = documentation.slots.map { slot in
            (
                slot.start,
                DocumentedRow(
                    time: time(slot.start),
                    cells: rooms.map { room in
                        let session = documentation.sessions.first {
                            $0.place?.slot == slot.id && $0.place?.room == room.id
                        }
                        return .init(room: room.name, session: session)
                    })
            )
        }
        let bands = documentation.items.filter { $0.room == nil }.map { item in
            (
                item.start,
                DocumentedRow(time: time(item.start), band: item.title, width: rooms.count)
            )
        }
        return (slots + bands).sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// A row of the board.
struct DocumentedRow: Part {
    let time: String
    var cells: [Cell] = []
    var band: String?
    var width = 0

    func answer(_ name: String, _ words: Phrases) -> Answer? {
        switch name {
        case "time": .text(time)
        case "cells": .parts(cells)
        case "band": .maybe(band)
        case "width": .number(width)
        default: nil
        }
    }

    struct Cell: Part {
        let room: String
        let session: Documentation.Session?

        func answer(_ name: String, _ words: Phrases) -> Answer? {
            switch name {
            case "room": .text(room)
            case "anchor": .maybe(session.map { "session-\($0.id)" })
            case "title": .maybe(session?.title)
            case "isCancelled": .flag(session?.absence != nil)
            default: nil
            }
        }
    }
}
