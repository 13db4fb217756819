import Testing
@Test func placeholderActions() {}
