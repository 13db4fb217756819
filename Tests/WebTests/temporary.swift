import HummingbirdTesting
import Testing
@Test func placeholderWeb() {}
