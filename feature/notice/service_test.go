package notice

import (
	"errors"
	"io"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// offering is a feature that tells people things.
var offering = app.Feature{Name: "offering", Files: fstest.MapFS{
	"text/zh-CN.json": {Data: []byte(`{"offering.notice_late":"{{account}}：答应 {{what}} 已过期"}`)},
	"text/en.json":    {Data: []byte(`{"offering.notice_late":"{{account}}: {{what}} is late"}`)},
}, Start: func(k *app.Kit) { New(k).Kind(Kind{Key: "offering.notice_late", Name: "offering.late", Mail: true}) }}

type ground struct {
	*apptest.Stage
	*Service
	box   *apptest.Letterbox
	clock time.Time
	mine  kernel.ID // an account of the rep's
	hers  kernel.ID // one of the director's
}

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Posting(t, []app.Feature{account.Feature, Feature, offering}, func(s *apptest.Stage, box *apptest.Letterbox) {
		s.Grant("rep", "account:read", "O")
		g := &ground{Stage: s, Service: New(s.Kit), box: box, clock: time.Date(2026, 11, 25, 2, 0, 0, 0, time.UTC)}
		g.Service.Now = func() time.Time { return g.clock }
		g.mine, g.hers = g.open("rep", "青屿海上风电"), g.open("director", "锦溪纸业")
		f(g)
	})
}

func (g *ground) ok(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

func (g *ground) open(role, name string) kernel.ID {
	g.Helper()
	all := []account.Account{{Code: name, Name: name}}
	g.ok(account.New(g.Kit).Open(g.As(role), all...))
	return all[0].ID
}

func (g *ground) tell(about kernel.ID, what string) {
	g.Helper()
	g.ok(g.DB.Write(g.As("director"), func(tx *db.Tx) error {
		return g.Tell(tx, Notice{User: g.User("rep").ID, Kind: "offering.notice_late", Args: map[string]any{"what": what}, Account: about, Path: "/visits/promises"})
	}))
}

// confirmed gives the rep an address, as he would: by the code in the letter.
func (g *ground) confirmed() {
	g.Helper()
	g.ok(g.Move(g.As("rep"), "rep@example.com"))
	g.ok(g.Confirm(g.As("rep"), code(g.read(0))))
}

func (g *ground) deliver() {
	g.Helper()
	g.ok(g.Service.mail(identity.With(g.Context(), identity.System()), g.User("rep").ID))
}

// letter is one as its reader sees it.
type letter struct{ to, subject, text string }

func (g *ground) read(i int) letter {
	g.Helper()
	all := g.box.All()
	if i >= len(all) {
		g.Fatalf("there are %d letters", len(all))
	}
	return open(g.T, all[i])
}

func open(t *testing.T, m *netmail.Message) letter {
	t.Helper()
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	text, bad := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err = errors.Join(err, bad); err != nil {
		t.Fatal(err)
	}
	return letter{m.Header.Get("To"), subject, string(text)}
}

func code(l letter) string {
	for word := range strings.FieldsFuncSeq(l.text, func(r rune) bool { return r < '0' || r > '9' }) {
		if len(word) == 6 {
			return word
		}
	}
	return ""
}

func TestWhoIsTold(t *testing.T) {
	each(t, func(g *ground) {
		g.tell(g.mine, "图纸")
		g.tell(g.hers, "样机")
		page, err := g.List(g.As("rep"), kernel.ID{}, 20)
		g.ok(err)
		if len(page.Rows) != 1 || page.Unread != 1 || page.Rows[0].Says != "青屿海上风电: 图纸 is late" {
			t.Errorf("of accounts out of sight nothing is said: %+v", page)
		}
		if page, err = g.List(g.As("other"), kernel.ID{}, 20); err != nil || len(page.Rows) != 0 {
			t.Errorf("others are told nothing: %+v %v", page, err)
		}
		g.ok(g.Mark(g.As("other"), page0(g).ID, nil))
		if page0(g).Read {
			t.Error("nobody reads for others")
		}
		g.ok(g.Mark(g.As("rep"), page0(g).ID, nil))
		if page, err = g.List(g.As("rep"), kernel.ID{}, 20); err != nil || page.Unread != 0 || !page.Rows[0].Read {
			t.Errorf("read: %+v %v", page, err)
		}
	})
}

func page0(g *ground) Told {
	g.Helper()
	page, err := g.List(g.As("rep"), kernel.ID{}, 1)
	g.ok(err)
	return page.Rows[0]
}

func TestLetters(t *testing.T) {
	each(t, func(g *ground) {
		g.tell(g.mine, "图纸")
		g.deliver()
		if n := len(g.box.All()); n != 0 {
			t.Fatalf("without an address %d letters left", n)
		}
		g.confirmed()
		g.tell(g.mine, "报价")
		g.tell(g.hers, "样机")
		g.deliver()
		l := g.read(1)
		if l.to != "<rep@example.com>" || l.subject != "青屿海上风电: 报价 is late" || !strings.Contains(l.text, "https://erba.example.com/visits/promises") {
			t.Errorf("the letter: %+v", l)
		}
		if strings.Contains(l.text, "样机") || strings.Contains(l.text, "锦溪") {
			t.Errorf("a letter speaks of what its reader does not see: %s", l.text)
		}
		g.deliver()
		if n := len(g.box.All()); n != 2 {
			t.Errorf("once is enough: %d letters", n)
		}
	})
}

func TestNobodyIsWrittenToAtNight(t *testing.T) {
	each(t, func(g *ground) {
		g.confirmed()
		g.clock = time.Date(2026, 11, 25, 15, 0, 0, 0, time.UTC) // 23:00 in Shanghai
		g.tell(g.mine, "图纸")
		g.tell(g.mine, "报价")
		g.deliver()
		if n := len(g.box.All()); n != 1 {
			t.Fatalf("%d letters at night, beside that with the code", n-1)
		}
		g.clock = time.Date(2026, 11, 25, 23, 30, 0, 0, time.UTC) // 07:30
		g.deliver()
		if l := g.read(1); !strings.HasPrefix(l.subject, "2 notices") || !strings.Contains(l.text, "图纸") || !strings.Contains(l.text, "报价") {
			t.Errorf("in the morning one letter says both: %+v", l)
		}
	})
}

func TestLettersThatAreNotTaken(t *testing.T) {
	each(t, func(g *ground) {
		g.confirmed()
		g.box.Refuse(451)
		g.tell(g.mine, "图纸")
		g.deliver()
		g.box.Refuse(0)
		g.deliver()
		if n := len(g.box.All()); n != 1 {
			t.Error("a letter waits before it is tried again")
		}
		g.clock = g.clock.Add(time.Hour)
		g.deliver()
		if !strings.Contains(g.read(1).text, "图纸") {
			t.Error("later it arrives")
		}
		g.box.Refuse(550)
		g.tell(g.mine, "报价")
		g.deliver()
		g.box.Refuse(0)
		g.clock = g.clock.Add(3 * time.Hour)
		g.deliver()
		if n := len(g.box.All()); n != 2 {
			t.Error("what was refused for good is not tried again")
		}
	})
}

func TestCodes(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		g.ok(g.Move(rep, "rep@example.com"))
		right := code(g.read(0))
		for range codeWrong {
			if key(g.Confirm(rep, "x"+right[1:])) != "notice.wrong_code" {
				t.Error("another code is wrong")
			}
		}
		if got := key(g.Confirm(rep, right)); got != "notice.code_over" {
			t.Errorf("nobody guesses for ever: %q", got)
		}
		if got := key(g.Move(rep, "rep@example.com")); got != "notice.too_soon" {
			t.Errorf("letters with codes come one a minute: %q", got)
		}
		g.clock = g.clock.Add(2 * time.Minute)
		g.ok(g.Move(rep, "rep@example.com"))
		g.clock = g.clock.Add(16 * time.Minute)
		if got := key(g.Confirm(rep, code(g.read(1)))); got != "notice.code_over" {
			t.Errorf("a code holds a quarter of an hour: %q", got)
		}
		if got := key(g.Move(rep, "rep@example.com\r\nBcc: all@example.com")); got != "notice.bad_mail" {
			t.Errorf("one address is one address: %q", got)
		}
	})
}

func key(err error) string {
	f, _ := errors.AsType[*kernel.Fault](err)
	if f == nil {
		return ""
	}
	return f.Key
}

func TestSettings(t *testing.T) {
	each(t, func(g *ground) {
		got, err := g.Wishes(g.As("rep"))
		g.ok(err)
		if got.Version != 0 || len(got.Kinds) != 1 || got.Kinds[0].Way != Mail || !got.Posted {
			t.Errorf("before anything is set: %+v", got)
		}
		w := got.Wish
		w.Weekend = true
		got, err = g.Set(g.As("rep"), w, []Way{{Kind: "offering.notice_late", Way: Off}})
		g.ok(err)
		if !got.Weekend || got.Kinds[0].Way != Off {
			t.Errorf("set: %+v", got)
		}
		if _, err = g.Set(g.As("rep"), w, nil); key(err) != "db.stale" {
			t.Errorf("who has not seen that writes over nothing: %v", err)
		}
		g.tell(g.mine, "图纸")
		if page, err := g.List(g.As("rep"), kernel.ID{}, 20); err != nil || len(page.Rows) != 0 {
			t.Errorf("off is off: %+v %v", page, err)
		}
		if _, err = g.Set(g.As("rep"), got.Wish, []Way{{Kind: "offering.unknown", Way: Bell}}); key(err) != "notice.bad_kind" {
			t.Errorf("a kind is declared: %v", err)
		}
	})
}
