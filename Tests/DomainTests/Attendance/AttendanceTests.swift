import Domain
import Testing

struct AttendanceTests {
    @Test func `goes to one session in each slot and may change at any time`() {
        let attendance = Attendance(id: "g1")
            .doing { $0.go(to: 1, in: 1, by: "v1") }
            .doing { $0.go(to: 2, in: 2, by: "v1") }
            .doing { $0.go(to: 3, in: 1, by: "v1") }

        #expect(attendance.choices == ["v1": [1: 3, 2: 2]])
        #expect(attendance.go(to: 3, in: 1, by: "v1") == [])
    }

    @Test func `stays away only from where it meant to go`() {
        let going = Attendance(id: "g1").doing { $0.go(to: 1, in: 1, by: "v1") }

        #expect(going.stayAway(from: 2, in: 1, by: "v1") == [])
        #expect(going.stayAway(from: 1, in: 2, by: "v1") == [])
        #expect(going.doing { $0.stayAway(from: 1, in: 1, by: "v1") } == Attendance(id: "g1"))
    }

    @Test func `heads are counted per session, a voice once`() {
        let attendance = Attendance(id: "g1")
            .doing { $0.go(to: 1, in: 1, by: "v1") }
            .doing { $0.go(to: 1, in: 2, by: "v1") }
            .doing { $0.go(to: 1, in: 1, by: "v2") }
            .doing { $0.go(to: 2, in: 2, by: "v2") }

        #expect(attendance.headCounts == [1: 2, 2: 1])
        #expect(attendance.doing { _ in [.voiceRemoved(voice: "v2")] }.headCounts == [1: 1])
    }
}

extension Attendance {
    func doing(_ verb: (Attendance) -> [Change]) -> Attendance {
        var attendance = self
        for change in verb(self) { attendance.apply(change, at: 1) }
        return attendance
    }
}
