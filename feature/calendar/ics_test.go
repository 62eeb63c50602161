package calendar

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"erba/kernel"
)

// property is what a line of an iCalendar object says, read as RFC 5545 writes it:
// a second way, which knows nothing of the library that wrote it.
func properties(t interface{ Fatalf(string, ...any) }, body string) map[string]string {
	if strings.Contains(strings.ReplaceAll(body, "\r\n", ""), "\n") {
		t.Fatalf("a line does not end with CRLF: %q", body)
	}
	found := map[string]string{}
	for line := range strings.SplitSeq(strings.ReplaceAll(body, "\r\n ", ""), "\r\n") {
		name, value, _ := strings.Cut(line, ":")
		name, _, _ = strings.Cut(name, ";")
		found[name] = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\,`, ",", `\;`, ";").Replace(value)
	}
	for line := range strings.SplitSeq(body, "\r\n") {
		if len(line) > 75 {
			t.Fatalf("a line has %d bytes: %q", len(line), line)
		}
	}
	return found
}

var noon = time.Date(2026, 11, 25, 4, 0, 0, 0, time.UTC)

func TestAnInvitation(t *testing.T) {
	e := Event{ID: kernel.NewID(), Sequence: 3, From: noon, Until: noon.Add(90 * time.Minute), Title: "云麓轨道交通", Place: "成都; 高新区, 3 号", Says: "问清审批链",
		Agreed: true, Organiser: Guest{"Erba", "erba@example.com"}, Guests: []Guest{{"陆汀", "lu@example.com"}}}
	body, method := invitation(e, noon)
	got := properties(t, body)
	if method != "REQUEST" {
		t.Errorf("it is called %s", method)
	}
	for name, want := range map[string]string{"METHOD": "REQUEST", "UID": "visit-" + e.ID.String() + "@erba", "SEQUENCE": "3", "DTSTART": "20261125T040000Z",
		"DTEND": "20261125T053000Z", "SUMMARY": "云麓轨道交通", "LOCATION": "成都; 高新区, 3 号", "STATUS": "CONFIRMED", "ORGANIZER": "mailto:erba@example.com", "ATTENDEE": "mailto:lu@example.com"} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
	e.Cancelled = true
	if body, method = invitation(e, noon); method != "CANCEL" || properties(t, body)["STATUS"] != "CANCELLED" {
		t.Errorf("called off: %s", body)
	}
}

func TestADayWithoutATime(t *testing.T) {
	body := feedOf("Erba", []Event{{ID: kernel.NewID(), Day: kernel.DateOf(noon), Title: "青屿"}}, noon)
	if !strings.Contains(body, "DTSTART;VALUE=DATE:20261125\r\n") || !strings.Contains(body, "DTEND;VALUE=DATE:20261126\r\n") {
		t.Errorf("it takes the whole day: %s", body)
	}
}

// Whatever is in a text, it stays in its line: nobody writes himself an event into
// another's calendar.
func TestATextStaysAText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z;,\\:\n"天津 ]{0,90}`).Draw(t, "text") + "\nEND:VEVENT"
		body := feedOf("Erba", []Event{{ID: kernel.NewID(), From: noon, Until: noon.Add(time.Hour), Title: text}}, noon)
		if got := properties(t, body)["SUMMARY"]; got != text {
			t.Fatalf("%q became %q", text, got)
		}
		if n := strings.Count(body, "\r\nEND:VEVENT"); n != 1 {
			t.Fatal(fmt.Sprint(n, " events end"))
		}
	})
}
