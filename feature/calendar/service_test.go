package calendar

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/http"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/coverage"
	"erba/feature/evaluation"
	"erba/feature/goal"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/plan"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/relation"
	"erba/feature/today"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, evaluation.Feature, goal.Feature, coverage.Feature, plan.Feature, relation.Feature, commitment.Feature, visit.Feature, Feature}

// ground is a company with a customer of the rep's, on whose team the manager is, and
// one of somebody else's.
type ground struct {
	*apptest.Stage
	*Service
	box     *apptest.Letterbox
	account kernel.ID
	person  contact.Card
	day     kernel.Date
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Posting(t, features, func(s *apptest.Stage, box *apptest.Letterbox) {
		g := &ground{Stage: s, Service: New(s.Kit), box: box, day: kernel.Today().Add(3)}
		a := []account.Account{{Code: "C01", Name: "云麓轨道交通"}}
		g.ok(account.New(s.Kit).Open(s.As("rep"), a...))
		g.account = a[0].ID
		c, err := contact.New(s.Kit).Meet(s.As("rep"), contact.Contact{Account: g.account, Name: "骆知远", Title: "总工"})
		g.ok(err)
		g.person = c
		s.Work()
		f(g)
	})
}

func (g *ground) ok(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func key(err error) string {
	f, _ := errors.AsType[*kernel.Fault](err)
	if f == nil {
		return ""
	}
	return f.Key
}

// plan has the rep plan a visit together with the manager.
func (g *ground) plan(start int64) visit.Sheet {
	g.Helper()
	v, err := g.visits.Plan(g.As("rep"), visit.Visit{Account: g.account, Day: g.day, Start: &start, Zone: "Asia/Shanghai", Purpose: "问清审批链", Place: "成都高新区",
		People: []kernel.ID{g.person.ID}, Users: []kernel.ID{g.User("manager").ID}})
	g.ok(err)
	return v
}

func (g *ground) issue(role, detail string) Issued {
	g.Helper()
	f, err := g.Issue(g.As(role), Feed{Name: "手机", Detail: detail})
	g.ok(err)
	return f
}

// fetch is what a calendar program gets, without any session.
func (g *ground) fetch(path string) (status int, body string) {
	w := g.Do("", "GET", path, "")
	return w.Code, w.Body.String()
}

func TestAFeedTellsWhatItsOwnerWants(t *testing.T) {
	each(t, func(g *ground) {
		v := g.plan(9 * 60)
		for detail, tells := range map[string][]string{Busy: nil, Account: {"云麓轨道交通"}, Full: {"云麓轨道交通", "问清审批链", "成都高新区"}} {
			status, body := g.fetch(g.issue("rep", detail).Path)
			if status != http.StatusOK || !strings.Contains(body, "UID:visit-"+v.ID.String()) {
				t.Fatalf("%s: %d %s", detail, status, body)
			}
			for _, word := range []string{"云麓轨道交通", "问清审批链", "成都高新区", "骆知远", "总工"} {
				wanted := strings.Contains(strings.Join(tells, " "), word)
				if strings.Contains(body, word) != wanted {
					t.Errorf("%s tells %s: %v", detail, word, !wanted)
				}
			}
			y, m, d := g.day.Parts()
			if want := fmt.Sprintf("DTSTART:%04d%02d%02dT010000Z", y, m, d); !strings.Contains(body, want) {
				t.Errorf("nine in Shanghai is %s: %s", want, body)
			}
		}
		if _, body := g.fetch(g.issue("other", Full).Path); strings.Contains(body, "VEVENT") {
			t.Error("others have none of it in theirs")
		}
	})
}

// An address that was revoked answers like one that never was.
func TestARevokedAddressTellsNothing(t *testing.T) {
	each(t, func(g *ground) {
		g.plan(9 * 60)
		f := g.issue("rep", Full)
		if key(g.Revoke(g.As("other"), f.ID)) != "calendar.missing" {
			t.Error("nobody revokes for others")
		}
		if status, _ := g.fetch(f.Path); status != http.StatusOK {
			t.Fatal("it works")
		}
		g.ok(g.Revoke(g.As("rep"), f.ID))
		never := path + "/" + strings.Repeat("A", 52) + suffix
		for _, at := range []string{f.Path, never, path + "/x", strings.TrimSuffix(f.Path, suffix), f.Path + "x"} {
			status, body := g.fetch(at)
			known, other := g.fetch(never)
			if status != known || body != other {
				t.Errorf("%s: %d %s", at, status, body)
			}
		}
	})
}

func TestWhoHasLeftHasNoFeed(t *testing.T) {
	each(t, func(g *ground) {
		g.plan(9 * 60)
		f := g.issue("rep", Full)
		g.Exec("UPDATE users SET active = ? WHERE id = ?", false, g.User("rep").ID)
		if status, body := g.fetch(f.Path); status != http.StatusNotFound || strings.Contains(body, "云麓") {
			t.Errorf("%d %s", status, body)
		}
	})
}

func TestThereAreFewFeeds(t *testing.T) {
	each(t, func(g *ground) {
		for range most {
			g.issue("rep", Busy)
		}
		if _, err := g.Issue(g.As("rep"), Feed{Name: "手机", Detail: Busy}); key(err) != "calendar.too_many" {
			t.Errorf("there is an end: %v", err)
		}
		if _, err := g.Issue(g.As("manager"), Feed{Name: " ", Detail: Busy}); key(err) != "calendar.no_name" {
			t.Errorf("a feed has a name: %v", err)
		}
	})
}

// written has the manager want letters at any hour.
func (g *ground) written() {
	g.Helper()
	box := g.box.All()
	manager := g.As("manager")
	g.ok(g.notices.Move(manager, "manager@example.com"))
	g.ok(g.notices.Confirm(manager, code(g.T, g.box.All()[len(box)])))
	w, err := g.notices.Wishes(manager)
	g.ok(err)
	w.Weekend, w.QuietFrom, w.QuietUntil = true, 0, 0
	_, err = g.notices.Set(manager, w.Wish, nil)
	g.ok(err)
}

func code(t *testing.T, m *netmail.Message) string {
	t.Helper()
	text, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Fatal(err)
	}
	for word := range strings.FieldsFuncSeq(string(text), func(r rune) bool { return r < '0' || r > '9' }) {
		if len(word) == 6 {
			return word
		}
	}
	return ""
}

// enclosed is the invitation in a letter.
func enclosed(t *testing.T, m *netmail.Message) (method, body string) {
	t.Helper()
	_, args, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	parts := multipart.NewReader(m.Body, args["boundary"])
	for {
		part, err := parts.NextPart() // reads what is quoted-printable as it was
		if err != nil {
			t.Fatal("there is no event in the letter")
		}
		kind, args, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if err != nil {
			t.Fatal(err)
		}
		if kind == "text/calendar" {
			raw, err := io.ReadAll(part)
			if err != nil {
				t.Fatal(err)
			}
			return args["method"], string(raw)
		}
	}
}

func TestInvitations(t *testing.T) {
	each(t, func(g *ground) {
		g.written()
		v := g.plan(9 * 60)
		method, first := g.letter(1)
		if method != "REQUEST" || !strings.Contains(first, "UID:visit-"+v.ID.String()) || !strings.Contains(first, "mailto:manager@example.com") || strings.Contains(first, "骆知远") {
			t.Errorf("who is taken along is invited: %s %s", method, first)
		}
		ten := int64(10 * 60)
		v, err := g.visits.Move(g.As("rep"), v.ID, v.Version, visit.Shift{Day: g.day, Start: &ten, Length: 60, Reason: "客户改时间"})
		g.ok(err)
		_, asked := read(t, first)
		if len(asked) != 1 || said(t, asked[0], ical.PropSummary) != "云麓轨道交通" || asked[0].Props.Get(ical.PropAttendee).Value != "mailto:manager@example.com" || asked[0].Props.Get(ical.PropOrganizer).Value != "mailto:erba@example.com" {
			t.Errorf("another program reads the invitation: %s", first)
		}
		method, second := g.letter(2)
		if method != "REQUEST" || sequence(second) <= sequence(first) || !strings.Contains(second, "T020000Z") {
			t.Errorf("moved: %s %s", method, second)
		}
		_, err = g.visits.Cancel(g.As("rep"), v.ID, v.Version, "项目推迟")
		g.ok(err)
		method, third := g.letter(3)
		if method != "CANCEL" || sequence(third) <= sequence(second) || !strings.Contains(third, "STATUS:CANCELLED") {
			t.Errorf("called off: %s %s", method, third)
		}
	})
}

// read is an iCalendar object as another program reads it.
func read(t *testing.T, body string) (method string, events []ical.Event) {
	t.Helper()
	c, err := ical.NewDecoder(strings.NewReader(body)).Decode()
	if err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	if p := c.Props.Get(ical.PropMethod); p != nil {
		method = p.Value
	}
	return method, c.Events()
}

// said is what an event says of itself.
func said(t *testing.T, e ical.Event, name string) string {
	t.Helper()
	text, err := e.Props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Another program reads the same visits that were planned.
func TestAnotherProgramReadsTheFeed(t *testing.T) {
	each(t, func(g *ground) {
		want := map[string]visit.Sheet{}
		for _, start := range []int64{9 * 60, 11 * 60, 15 * 60} {
			v := g.plan(start)
			want["visit-"+v.ID.String()+"@erba"] = v
		}
		_, body := g.fetch(g.issue("rep", Full).Path)
		method, events := read(t, body)
		if method != "PUBLISH" || len(events) != len(want) {
			t.Fatalf("%s with %d events", method, len(events))
		}
		for _, e := range events {
			v, ok := want[said(t, e, ical.PropUID)]
			from, bad := e.DateTimeStart(time.UTC)
			until, worse := e.DateTimeEnd(time.UTC)
			g.ok(errors.Join(bad, worse))
			if !ok || from.UnixMicro() != v.From || until.UnixMicro() != v.Until || said(t, e, ical.PropSummary) != "云麓轨道交通" || said(t, e, ical.PropLocation) != v.Place || said(t, e, ical.PropDescription) != v.Purpose {
				t.Errorf("%v – %v of %+v", from, until, v.Visit)
			}
		}
	})
}

// letter waits for a letter behind that with the code, and is the event in it.
func (g *ground) letter(n int) (method, body string) {
	g.Helper()
	g.Wait("a letter", func() bool { return len(g.box.All()) > n })
	return enclosed(g.T, g.box.All()[n])
}

func sequence(body string) (n int) {
	_, rest, _ := strings.Cut(body, "SEQUENCE:")
	_, _ = fmt.Sscan(rest, &n)
	return n
}

func TestTheEveningBefore(t *testing.T) {
	each(t, func(g *ground) {
		g.plan(9 * 60)
		g.plan(14 * 60)
		g.Now = func() time.Time { return time.Now().AddDate(0, 0, 2) }
		g.ok(g.Remind(identity.With(g.Context(), identity.System())))
		page, err := g.notices.List(g.As("rep"), kernel.ID{}, 20)
		g.ok(err)
		if len(page.Rows) != 1 || !strings.Contains(page.Rows[0].Says, "2") {
			t.Errorf("one notice of both visits: %+v", page.Rows)
		}
	})
}
