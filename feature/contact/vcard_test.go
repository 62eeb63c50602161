package contact

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

// words are texts as people write them, among them what cards treat as signs of their own.
func words(t *rapid.T, name string) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{"采购部", "经理", ";", ",", `\`, `\n`, "：", "a b", "=", "\"", "'", "·", "n", "\n", "；", `\;`, "=20"}), 0, 6).Draw(t, name)
	return strings.TrimSpace(strings.Join(parts, ""))
}

func line(t *rapid.T, name string) string { return strings.ReplaceAll(words(t, name), "\n", "") }

func TestCardsLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Contact{ID: kernel.NewID(), Name: "王" + line(t, "name"), Title: line(t, "title"), Department: line(t, "department"), Phone: "02188886666",
			Mail: "wang@example.com", Wechat: line(t, "wechat"), Duties: words(t, "duties"), Goals: words(t, "goals"), Manner: words(t, "manner"),
			Results: words(t, "results"), Colleagues: words(t, "colleagues"), Partners: words(t, "partners"),
			Rank: rapid.IntRange(0, 6).Draw(t, "rank"), Scope: rapid.SampledFrom([]string{"", "technical", "business financial"}).Draw(t, "scope")}
		if rapid.Bool().Draw(t, "left") {
			c.Gone = kernel.On(2026, 5, 1)
		}
		c.tidy()
		manager := "李" + line(t, "manager")
		back, err := VCards(strings.NewReader(c.VCard("公司; 有限", manager)), mostCards)
		if err != nil || len(back) != 1 {
			t.Fatal(back, err)
		}
		back[0].ID = c.ID
		if back[0].Contact != c || back[0].Manager != strings.TrimSpace(manager) {
			t.Fatalf("%+v\n%+v\n%s", c, back[0], c.VCard("公司", manager))
		}
	})
}

func TestCardsOfOtherPrograms(t *testing.T) {
	tests := map[string]struct{ card, want string }{
		"version 3 with guarded semicolons": {"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Wang;Fang;;;\r\nFN:Wang Fang\r\nORG:Example\\; Ltd;Purchasing\r\nTEL;TYPE=HOME:1\r\nTEL;TYPE=WORK:021-88886666\r\nEND:VCARD\r\n",
			"Wang Fang|Purchasing|021-88886666"},
		"version 2.1 with letters as numbers": {"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E8=8A=\n=B3\nTEL;CELL:13800138000\nEND:VCARD\n", "王芳||13800138000"},
		"a folded line":                       {"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Wang\r\n  Fang\r\nEND:VCARD\r\n", "Wang Fang||"},
	}
	for name, tt := range tests {
		met, err := VCards(strings.NewReader(tt.card), mostCards)
		if err != nil || len(met) != 1 {
			t.Errorf("%s: %v %v", name, met, err)
			continue
		}
		if got := met[0].Name + "|" + met[0].Department + "|" + met[0].Phone; strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(tt.want), " ") {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
	for name, bad := range map[string]string{"no card": "hello", "half a card": "BEGIN:VCARD\nFN:A\n", "a line without end": strings.Repeat("x", longestCard+2)} {
		if met, err := VCards(strings.NewReader(bad), mostCards); err == nil && len(met) > 0 {
			t.Errorf("%s: %v", name, met)
		}
	}
}

func FuzzVCards(f *testing.F) {
	f.Add("BEGIN:VCARD\nVERSION:4.0\nFN:王芳\nEND:VCARD\n")
	f.Add("BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:=E7=\n=8E\nEND:VCARD")
	f.Fuzz(func(t *testing.T, cards string) { _, _ = VCards(strings.NewReader(cards), mostCards) })
}

func TestCardsComeAndGo(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		s.Uncapped()
		from, into := opened(s, "rep", "A"), opened(s, "rep", "B")
		service := New(s.Kit)
		boss, err := service.Meet(s.As("rep"), Contact{Account: from, Name: "李雷", Rank: 6, Mail: "li@example.com"})
		if err != nil {
			s.Fatal(err)
		}
		if _, err := service.Meet(s.As("rep"), Contact{Account: from, Name: "王芳", Title: "采购经理", Reports: boss.ID, Wechat: "wangfang"}); err != nil {
			s.Fatal(err)
		}
		w := s.Do("rep", "GET", "/api/accounts/"+from.String()+"/contacts/export?format=vcf", "")
		cards := w.Body.String()
		if w.Code != 200 || strings.Count(cards, "BEGIN:VCARD") != 2 {
			s.Fatal(w.Code, cards)
		}
		for i, want := range []string{`"taken":2,"updated":0,"same":0,"wrong":[]`, `"taken":2`, `"taken":0,"updated":0,"same":2`} {
			path := "/api/accounts/" + into.String() + "/contacts/cards"
			if i == 0 {
				path += "?try=true"
			}
			if w := s.Do("rep", "POST", path, cards, "Content-Type", "application/octet-stream"); w.Code != 200 || !strings.Contains(w.Body.String(), want) {
				s.Errorf("%d: %d %s", i, w.Code, w.Body)
			}
		}
		s.Grant("manager", direct, "")
		masked := s.Do("manager", "GET", "/api/accounts/"+from.String()+"/contacts/export?format=vcf", "").Body.String()
		if w := s.Do("manager", "POST", "/api/accounts/"+from.String()+"/contacts/cards", masked); strings.Contains(masked, "example.com") || !strings.Contains(w.Body.String(), `"taken":0,"updated":0,"same":2`) {
			s.Errorf("cards without what is behind a mask are those of the same people: %s", w.Body)
		}
		s.Cap("rep", identity.Cap{}, identity.Cap{Rows: 1})
		if w := s.Do("rep", "POST", "/api/accounts/"+into.String()+"/contacts/cards", cards); w.Code != 409 {
			s.Errorf("two cards of who brings in one: %d %s", w.Code, w.Body)
		}
		if was, is := cardsOf(s, service, from), cardsOf(s, service, into); !slices.Equal(was, is) {
			s.Errorf("%v became %v", was, is)
		}
	})
}

// cardsOf is everything about the people of an account, without where it stands.
func cardsOf(s *apptest.Stage, service *Service, account kernel.ID) (all []string) {
	err := s.DB.Read(s.As("rep"), func(tx *db.Tx) error {
		people, err := service.Everybody(tx, account)
		names := namesOf(people)
		for _, c := range people {
			manager := names[c.Reports]
			c.ID = kernel.ID{}
			all = append(all, c.VCard("", manager))
		}
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return all
}

func TestTheTreeOfAnAccount(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, one, two := New(s.Kit), opened(s, "rep", "A"), opened(s, "rep", "B")
		meet := func(c Contact) Card {
			card, err := service.Meet(s.As("rep"), c)
			if err != nil {
				s.Fatal(err)
			}
			return card
		}
		top := meet(Contact{Account: one, Name: "总经理"})
		middle := meet(Contact{Account: one, Name: "部长", Reports: top.ID})
		low := meet(Contact{Account: one, Name: "科员", Reports: middle.ID})
		for name, c := range map[string]Contact{"contact.other_tree": {Account: two, Name: "外人", Reports: top.ID}, "contact.bad_rank": {Account: one, Name: "甲", Rank: 7},
			"contact.bad_scope": {Account: one, Name: "甲", Scope: "everything"}} {
			if _, err := service.Meet(s.As("rep"), c); err == nil || !strings.HasPrefix(err.Error(), name) {
				s.Errorf("%s: %v", name, err)
			}
		}
		run(s,
			step{"a circle", "rep", "PUT", "/api/contacts/" + top.ID.String(), `{"name":"总经理","reports":"` + low.ID.String() + `"}`, 422, "contact.circle", ""},
			step{"himself", "rep", "PUT", "/api/contacts/" + top.ID.String(), `{"name":"总经理","reports":"` + top.ID.String() + `"}`, 422, "contact.own_manager", ""},
			step{"what is not said stays", "rep", "PUT", "/api/contacts/" + low.ID.String(), `{"name":"科员","rank":2}`, 200, `"reports":"` + middle.ID.String(), ""},
		)
		if _, err := service.Leave(s.As("rep"), middle.Contact, kernel.On(2026, 1, 1)); err != nil {
			s.Fatal(err)
		}
		if c, err := service.Find(s.As("rep"), low.ID); err != nil || c.Reports != top.ID {
			s.Errorf("who reported to him reports to his manager: %+v %v", c, err)
		}
		if _, err := service.Leave(s.As("rep"), low.Contact, kernel.On(2999, 1, 1)); err == nil {
			s.Error("nobody has left tomorrow")
		}
	})
}

func TestACareerIsToldAsFarAsAccountsAreSeen(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		service, one, two := New(s.Kit), opened(s, "rep", "A"), opened(s, "rep", "B")
		c, err := service.Meet(s.As("rep"), Contact{Account: one, Name: "王芳", Mail: "wang@a.example.com", Wechat: "wf"})
		if err != nil {
			s.Fatal(err)
		}
		moved, err := service.Transfer(s.As("rep"), c.Contact, Transfer{To: two, On: kernel.On(2026, 1, 1), Title: "总监"})
		if err != nil || moved.Mail != "" || moved.Wechat != "" {
			s.Fatalf("numbers of the old desk stay there: %+v %v", moved, err)
		}
		if _, err := service.Transfer(s.As("rep"), moved.Contact, Transfer{To: two, On: kernel.On(2026, 1, 2)}); err == nil {
			s.Error("nobody moves to where he is")
		}
		jobs, err := service.Career(s.As("rep"), moved.ID)
		if err != nil || len(jobs) != 2 || jobs[1].Company != "公司A" || jobs[1].Gone.IsZero() {
			s.Errorf("%+v %v", jobs, err)
		}
		mine := opened(s, "other", "C")
		if err := account.New(s.Kit).Open(s.As("other")); err != nil {
			s.Fatal(err)
		}
		third, err := service.Transfer(s.As("director"), moved.Contact, Transfer{To: mine, On: kernel.On(2026, 2, 1)})
		if err != nil {
			s.Fatal(err)
		}
		if jobs, err := service.Career(s.As("other"), third.ID); err != nil || len(jobs) != 1 {
			s.Errorf("of accounts out of sight nothing is told: %+v %v", jobs, err)
		}
	})
}

// Who does not see an account is told nothing of its people by any way that files
// and careers take, whatever he sends.
func TestFilesAndCareersStayInSight(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		account := opened(s, "rep", "A")
		c, err := New(s.Kit).Meet(s.As("rep"), Contact{Account: account, Name: "王芳"})
		if err != nil {
			s.Fatal(err)
		}
		at, one := "/api/accounts/"+account.String()+"/contacts", "/api/contacts/"+c.ID.String()
		for _, r := range [][3]string{{"GET", at + "/export", ""}, {"POST", at + "/cards", "x"}, {"GET", one + "/card", ""}, {"GET", one + "/career", ""},
			{"PUT", one + "/leave", "{}"}, {"POST", one + "/move", `{"account":"` + account.String() + `","on":"2026-01-01"}`}} {
			kind := "application/json"
			if r[2] == "x" {
				kind = "application/octet-stream"
			}
			if w := s.Do("other", r[0], r[1], r[2], "If-Match", `"1"`, "Content-Type", kind); w.Code != 404 {
				s.Errorf("%s %s: %d %s", r[0], r[1], w.Code, w.Body)
			}
		}
	})
}
