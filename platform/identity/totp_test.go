package identity

import (
	"testing"
	"time"
)

// RFC 6238, appendix B, SHA1: the vectors have eight digits, of which apps show the last six.
func TestCodesAreThoseOfTheStandard(t *testing.T) {
	secret := base.EncodeToString([]byte("12345678901234567890"))
	for at, want := range map[int64]string{
		59: "94287082", 1111111109: "07081804", 1111111111: "14050471",
		1234567890: "89005924", 2000000000: "69279037", 20000000000: "65353130",
	} {
		if got := codeOf(secret, stepAt(time.Unix(at, 0))); got != want[2:] {
			t.Errorf("at %d: %s, want %s", at, got, want[2:])
		}
	}
}

func TestCodesOfNeighbouringPeriodsHold(t *testing.T) {
	secret := newSecret()
	tests := map[string]struct {
		off  int64
		want bool
	}{
		"a minute ago":       {-2, false},
		"the period before":  {-1, true},
		"now":                {0, true},
		"a phone that is on": {1, true},
		"far too fast":       {2, false},
	}
	for name, tt := range tests {
		if step, ok := stepOf(secret, codeOf(secret, 1000+tt.off), 1000); ok != tt.want || ok && step != 1000+tt.off {
			t.Errorf("%s: %d, %t", name, step, ok)
		}
	}
}

func TestEnrolmentFitsItsPicture(t *testing.T) {
	for _, login := range []string{"li.na", "王小满", "somebody.with.a.rather.long.name@example.com"} {
		if e := enrolment(login, newSecret()); len(e.URI) > 106 {
			t.Errorf("%s: %d bytes", login, len(e.URI))
		}
	}
}
