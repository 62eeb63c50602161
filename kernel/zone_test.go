package kernel

import (
	"testing"
	"time"
)

// The day is the company's, wherever the server stands and however an instant was read.
func TestADayIsTheCompanys(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	for said, want := range map[string]Date{
		"2026-06-30T15:59:59Z": On(2026, 6, 30),
		"2026-06-30T16:00:00Z": On(2026, 7, 1), // midnight in Shanghai
		"2026-07-01T15:59:59Z": On(2026, 7, 1),
	} {
		at, err := time.Parse(time.RFC3339, said)
		if err != nil {
			t.Fatal(err)
		}
		if got := DayOf(at.In(london)); got != want {
			t.Errorf("%s is %s, not %s", said, got, want)
		}
	}
}
