package notice

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"erba/kernel"
)

func TestWhenALetterLeaves(t *testing.T) {
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	usually := usual(kernel.ID{})
	usually.Confirmed = true
	always := usually
	always.Weekend, always.QuietFrom, always.QuietUntil = true, 0, 0
	for _, c := range []struct {
		sentence  string
		wish      Wish
		way       string
		now, want string // "" = never
	}{
		{"by day it leaves at once", usually, Mail, "2026-11-25 10:15", "2026-11-25 10:15"},
		{"in the evening it waits for the morning", usually, Mail, "2026-11-25 22:00", "2026-11-26 07:30"},
		{"before dawn it waits for the same morning", usually, Mail, "2026-11-25 03:00", "2026-11-25 07:30"},
		{"on a Friday evening it waits for Monday", usually, Mail, "2026-11-27 21:00", "2026-11-30 07:30"},
		{"on a Saturday it waits for Monday", usually, Mail, "2026-11-28 12:00", "2026-11-30 07:30"},
		{"who wants everything gets it on Sunday night", always, Mail, "2026-11-29 02:00", "2026-11-29 02:00"},
		{"the letter of the day comes this morning", usually, Digest, "2026-11-25 08:00", "2026-11-25 08:30"},
		{"at its own time it is tomorrow's", usually, Digest, "2026-11-25 08:30", "2026-11-26 08:30"},
		{"there is none at the weekend", usually, Digest, "2026-11-27 09:00", "2026-11-30 08:30"},
		{"who has no address gets none", usual(kernel.ID{}), Mail, "2026-11-25 10:15", ""},
		{"the bell sends none", usually, Bell, "2026-11-25 10:15", ""},
	} {
		now, err := time.ParseInLocation("2006-01-02 15:04", c.now, shanghai)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if due := c.wish.due(c.way, now.UTC()); !due.IsZero() {
			got = due.In(shanghai).Format("2006-01-02 15:04")
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.sentence, got, c.want)
		}
	}
}

// Whatever somebody wishes, and wherever clocks change, a letter leaves outside his
// quiet hours, and within a week.
func TestNobodyIsWoken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := Wish{Confirmed: true,
			Zone:      rapid.SampledFrom([]string{"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"}).Draw(t, "zone"),
			QuietFrom: rapid.IntRange(0, 1439).Draw(t, "from"), QuietUntil: rapid.IntRange(0, 1439).Draw(t, "until"),
			DigestAt: rapid.IntRange(0, 1439).Draw(t, "digest"), Weekend: rapid.Bool().Draw(t, "weekend")}
		now := time.Unix(rapid.Int64Range(1_700_000_000, 1_900_000_000).Draw(t, "now"), 0)
		way := rapid.SampledFrom([]string{Mail, Digest}).Draw(t, "way")
		due := w.due(way, now)
		if due.Before(now) || due.Sub(now) > 8*24*time.Hour {
			t.Fatalf("%v is not soon after %v", due, now)
		}
		if w.free(due) || way == Mail && w.quiet(due) {
			t.Fatalf("%v is in the quiet hours", due)
		}
	})
}

func TestWhatCannotBeWished(t *testing.T) {
	for sentence, w := range map[string]Wish{
		"a day has 24 hours":        {Zone: "Asia/Shanghai", QuietFrom: 1440},
		"no minute is negative":     {Zone: "Asia/Shanghai", DigestAt: -1},
		"a zone has a name":         {Zone: ""},
		"a zone exists":             {Zone: "Asia/Shangrila"},
		"the server's is no zone":   {Zone: "Local"},
		"a path is not a time zone": {Zone: "../../etc/passwd"},
	} {
		if w.Check() == nil {
			t.Errorf("%s: %+v passes", sentence, w)
		}
	}
}
