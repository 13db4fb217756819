import Domain
import Testing

struct AttendanceTests {
    @Test func `goes to one session in each slot and may change at any time`() throws {
        let attendance = try Attendance(id: "g1")
            .doing { try $0.go(to: 1, in: 1, by: "v1") }
            .doing { try $0.go(to: 2, in: 2, by: "v1") }
            .doing { try $0.go(to: 3, in: 1, by: "v1") }

        #expect(attendance.choices == ["v1": [1: 3, 2: 2]])
        #expect(try attendance.go(to: 3, in: 1, by: "v1") == [])
    }

    @Test func `stays away only from where it meant to go`() throws {
        let going = try Attendance(id: "g1").doing { try $0.go(to: 1, in: 1, by: "v1") }

        #expect(going.stayAway(from: 2, in: 1, by: "v1") == [])
        #expect(going.stayAway(from: 1, in: 2, by: "v1") == [])
        #expect(going.doing { $0.stayAway(from: 1, in: 1, by: "v1") } == Attendance(id: "g1"))
    }

    @Test func `heads are counted per session, a voice once`() throws {
        let attendance = try Attendance(id: "g1")
            .doing { try $0.go(to: 1, in: 1, by: "v1") }
            .doing { try $0.go(to: 1, in: 2, by: "v1") }
            .doing { try $0.go(to: 1, in: 1, by: "v2") }
            .doing { try $0.go(to: 2, in: 2, by: "v2") }

        #expect(attendance.headCounts == [1: 2, 2: 1])
        #expect(attendance.doing { $0.remove("v2") }.headCounts == [1: 1])
    }

    @Test func `a voice that was removed goes nowhere any more`() throws {
        let left = try Attendance(id: "g1").doing { try $0.go(to: 1, in: 1, by: "v1") }.doing {
            $0.remove("v1")
        }

        #expect(throws: Gathering.Refused.hasLeft) { try left.go(to: 1, in: 1, by: "v1") }
        #expect(left.remove("v1") == [])
        #expect(left.headCounts == [:])
    }
}

extension Attendance {
    func doing(_ verb: (Attendance) throws -> [Change]) rethrows -> Attendance {
        var attendance = self
        for change in try verb(self) { attendance.apply(change, at: 1) }
        return attendance
    }
}
