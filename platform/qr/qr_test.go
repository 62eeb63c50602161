package qr

import (
	"os"
	"strings"
	"testing"
)

// The picture was drawn by another program (qrcodegen of Project Nayuki, version 5, level L, mask 0).
func TestPictureIsThatOfAnother(t *testing.T) {
	want, err := os.ReadFile("testdata/otpauth.txt")
	if err != nil {
		t.Fatal(err)
	}
	code, ok := Of("otpauth://totp/Erba:li.na?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Erba")
	if got := drawn(code); !ok || got != string(want) {
		t.Errorf("%t\n%s", ok, got)
	}
}

func TestRoom(t *testing.T) {
	tests := map[string]struct {
		length int
		want   bool
	}{
		"nothing":        {0, true},
		"as much as can": {106, true},
		"one more":       {107, false},
	}
	for name, tt := range tests {
		if _, ok := Of(strings.Repeat("x", tt.length)); ok != tt.want {
			t.Errorf("%s: %t", name, ok)
		}
	}
}

func drawn(code Code) string {
	var s strings.Builder
	for _, row := range code {
		for _, dark := range row {
			s.WriteByte(".#"[map[bool]int{true: 1}[dark]])
		}
		s.WriteByte('\n')
	}
	return s.String()
}
