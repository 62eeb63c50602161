package collection

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"erba/analysis/dunning"
	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/ledger"
	"erba/feature/method"
	"erba/feature/notice"
	"erba/feature/portfolio"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/feature/receivable"
	"erba/feature/terms"
	"erba/feature/today"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
)

var features = []app.Feature{privacy.Feature, account.Feature, approval.Feature, contact.Feature, notice.Feature, interaction.Feature, product.Feature, ledger.Feature,
	method.Feature, portfolio.Feature, today.Feature, terms.Feature, receivable.Feature, Feature}

// ground is an account of the rep's that owes 1,000 of R1, due on the last of May,
// and 500 of R2, due at the end of June; and one of the other's that owes nothing.
type ground struct {
	*apptest.Stage
	*Service
	mine, his kernel.ID
}

var june = kernel.On(2026, 6, 10)

func each(t *testing.T, f func(g *ground)) {
	t.Parallel()
	apptest.Each(t, features, func(s *apptest.Stage) { prepared(s, f) })
}

func prepared(s *apptest.Stage, f func(g *ground)) {
	g := &ground{Stage: s, Service: New(s.Kit)}
	g.on(june)
	s.Grant("rep", "collection:dun", "")
	s.Grant("rep", "collection:writeoff", "")
	for _, grant := range []string{"collection:dun", "collection:writeoff", "receivable:write"} {
		s.Grant("director", grant, "A")
		s.Grant("manager", grant, "S")
	}
	for owner, id := range map[string]*kernel.ID{"rep": &g.mine, "other": &g.his} {
		a := []account.Account{{Code: owner, Name: "客户" + owner}}
		g.must(account.New(s.Kit).Open(s.As(owner), a...))
		*id = a[0].ID
	}
	g.owes("R1", kernel.On(2026, 4, 10), 1000)
	g.owes("R2", kernel.On(2026, 5, 10), 500)
	f(g)
}

// on has it be a day.
func (g *ground) on(day kernel.Date) { g.Service.today = func() kernel.Date { return day } }

func (g *ground) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// books a paper of so many yuan.
func (g *ground) books(d receivable.Document) {
	g.Helper()
	d.Account, d.Amount = g.mine, d.Amount*100
	_, err := g.Receivables.Add(g.As("director"), d)
	g.must(err)
}

func (g *ground) owes(number string, on kernel.Date, yuan int64) {
	g.Helper()
	g.books(receivable.Document{Kind: receivable.Invoice, Number: number, On: on, Amount: yuan})
}

func (g *ground) pays(on kernel.Date, yuan int64) {
	g.Helper()
	g.books(receivable.Document{Kind: receivable.Receipt, On: on, Amount: yuan})
}

func (g *ground) sheet(role string) Sheet {
	g.Helper()
	sheet, err := g.Sheet(g.As(role), g.mine)
	g.must(err)
	return sheet
}

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

func (g *ground) system(f func(tx *db.Tx) error) {
	g.Helper()
	g.must(g.DB.Write(db.WithViewer(g.Context(), identity.System()), f))
}

func TestWhatIsDisputedStaysOwedAndIsNotAskedFor(t *testing.T) {
	each(t, func(g *ground) {
		d, err := g.Dispute(g.As("rep"), Dispute{Account: g.mine, Number: "R1", Reason: "quality", Amount: 400_00, Says: "主轴承异响"})
		g.must(err)
		sheet := g.sheet("rep")
		if sheet.Disputed != 400_00 || sheet.Debts[0].Number != "R1" || sheet.Debts[0].Left != 1000_00 || sheet.Debts[0].Disputed != 400_00 || sheet.Course.Asked != 600_00 {
			g.Errorf("%+v", sheet)
		}
		if sheet.Disputes[0].Who != "rep" || sheet.May.Dun || !sheet.May.Write {
			g.Errorf("%+v, %+v", sheet.Disputes, sheet.May)
		}
		for want, spoil := range map[string]func(*Dispute){
			"collection.more_than_open": func(d *Dispute) { d.Amount = 600_01 },
			"collection.not_open":       func(d *Dispute) { d.Number = "R9" },
			"collection.bad_reason":     func(d *Dispute) { d.Reason = "mood" },
			"collection.bad_text":       func(d *Dispute) { d.Says = " " },
			"collection.bad_amount":     func(d *Dispute) { d.Amount = -1 },
			"collection.bad_day":        func(d *Dispute) { d.Due = june.Add(-1) },
			"collection.no_owner":       func(d *Dispute) { d.Owner = g.User("other").ID },
			"db.missing":                func(d *Dispute) { d.Account = g.his },
		} {
			one := Dispute{Account: g.mine, Number: "R1", Reason: "price", Amount: 100, Says: "单价不符"}
			spoil(&one)
			if _, err := g.Dispute(g.As("rep"), one); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
		if _, err := g.Settle(g.As("rep"), g.mine, d.ID, 2, Rejected, "检测合格"); key(err) != "db.stale" {
			g.Errorf("over another version: %v", err)
		}
		_, err = g.Settle(g.As("rep"), g.mine, d.ID, 1, Rejected, "检测合格")
		g.must(err)
		if sheet := g.sheet("rep"); sheet.Disputed != 0 || sheet.Course.Asked != 1000_00 {
			g.Errorf("%+v", sheet)
		}
		if _, err := g.Settle(g.As("rep"), g.mine, d.ID, 2, Accepted, "再来一次"); key(err) != "collection.settled_already" {
			g.Errorf("twice: %v", err)
		}
	})
}

func TestAPromiseIsKeptByWhatComes(t *testing.T) {
	each(t, func(g *ground) {
		promise := func(yuan int64, due kernel.Date) (Promise, error) {
			return g.Promise(g.As("rep"), Promise{Account: g.mine, Amount: yuan * 100, Due: due, Who: "白若谷"})
		}
		_, err := promise(300, june.Add(5))
		g.must(err)
		_, err = promise(700, june.Add(10))
		g.must(err)
		gone, err := promise(1, june.Add(20))
		g.must(err)
		g.must(g.Withdraw(g.As("rep"), g.mine, gone.ID, 1))
		g.pays(june.Add(2), 350)
		g.on(june.Add(12))
		sheet := g.sheet("rep")
		var states []string
		for _, p := range sheet.Promises { // the latest day first
			states = append(states, fmt.Sprint(p.State, " ", p.Got))
		}
		if fmt.Sprint(states) != "[withdrawn 0 broken 5000 kept 30000]" || sheet.Kept != 1 || sheet.Broken != 1 {
			g.Errorf("%v, %d kept, %d broken", states, sheet.Kept, sheet.Broken)
		}
		items, err := g.breaking().Find(g.As("rep"), today.Ask{User: g.User("rep").ID, On: june.Add(12), Limit: 10})
		if err != nil || len(items) != 1 || items[0].Amount != 650_00 || items[0].Account != g.mine {
			g.Errorf("%+v, %v", items, err)
		}
		if items, err := g.breaking().Find(g.As("other"), today.Ask{User: g.User("other").ID, On: june.Add(12), Limit: 10}); err != nil || len(items) != 0 {
			g.Errorf("a stranger is told %+v, %v", items, err)
		}
		for range 2 {
			_, err := g.WatchAll(db.WithViewer(g.Context(), identity.System()))
			g.must(err)
		}
		page, err := g.Notices.List(g.As("rep"), kernel.ID{}, 50)
		if err != nil || len(page.Rows) != 1 {
			g.Errorf("told %d times, %v", len(page.Rows), err)
		}
		for want, p := range map[string]Promise{
			"collection.bad_who":    {Account: g.mine, Amount: 1, Due: june.Add(20)},
			"collection.bad_amount": {Account: g.mine, Due: june.Add(20), Who: "王"},
			"collection.bad_day":    {Account: g.mine, Amount: 1, Due: june, Who: "王"},
			"collection.not_open":   {Account: g.mine, Number: "R9", Amount: 1, Due: june.Add(20), Who: "王"},
			"db.missing":            {Account: g.his, Amount: 1, Due: june.Add(20), Who: "王"},
		} {
			if _, err := g.Promise(g.As("rep"), p); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
	})
}

func TestMoneyIsGivenUpOnceSomebodyAgrees(t *testing.T) {
	each(t, func(g *ground) {
		w, err := g.GiveUp(g.As("manager"), WriteOff{Account: g.mine, Number: "R1", Amount: 200_00, Reason: "尾差无法追回"})
		g.must(err)
		if sheet := g.sheet("rep"); sheet.Debts[0].Left != 1000_00 || sheet.WriteOffs[0].State != Waiting {
			g.Errorf("nobody has agreed: %+v", sheet)
		}
		if _, err := g.GiveUp(g.As("manager"), WriteOff{Account: g.mine, Number: "R1", Amount: 800_01, Reason: "尾差无法追回"}); key(err) != "collection.more_than_open" {
			g.Errorf("with what waits it is too much: %v", err)
		}
		if _, err := g.Approvals.Decide(g.As("manager"), approval.Verdict{ID: w.Approval, Version: 1, Approve: true}); err == nil {
			g.Error("he agreed with himself")
		}
		_, err = g.Approvals.Decide(g.As("director"), approval.Verdict{ID: w.Approval, Version: 1, Approve: true})
		g.must(err)
		sheet := g.sheet("rep")
		if sheet.Debts[0].Left != 800_00 || sheet.WriteOffs[0].State != Entered || sheet.WriteOffs[0].Document.IsZero() {
			g.Errorf("%+v", sheet)
		}
		no, err := g.GiveUp(g.As("manager"), WriteOff{Account: g.mine, Number: "R1", Amount: 100_00, Reason: "尾差无法追回"})
		g.must(err)
		_, err = g.Approvals.Decide(g.As("director"), approval.Verdict{ID: no.Approval, Version: 1, Reason: "继续追"})
		g.must(err)
		if sheet := g.sheet("rep"); sheet.Debts[0].Left != 800_00 || sheet.WriteOffs[0].State != Refused {
			g.Errorf("%+v", sheet.WriteOffs)
		}
	})
}

func TestDeliveryStopsAndGoesOn(t *testing.T) {
	each(t, func(g *ground) {
		watch := func() (reason string, since kernel.Date) {
			g.Helper()
			g.system(func(tx *db.Tx) (err error) {
				if err = g.Watch(tx, g.mine); err == nil {
					reason, since, err = g.Stopped(tx, g.mine)
				}
				return err
			})
			return reason, since
		}
		g.on(kernel.On(2026, 6, 29)) // R1 is 29 days late
		if _, since := watch(); !since.IsZero() {
			g.Error("too early")
		}
		g.on(kernel.On(2026, 6, 30))
		if reason, since := watch(); reason != late || since != kernel.On(2026, 6, 30) {
			g.Errorf("%s since %s", reason, since)
		}
		stop := g.sheet("director").Stop
		if _, err := g.Stop(g.As("director"), g.mine, "再停一次"); key(err) != "collection.stopped_already" {
			g.Error(err)
		}
		if _, err := g.Lift(g.As("director"), g.mine, stop.ID, 1, " "); key(err) != "collection.bad_text" {
			g.Errorf("without a reason: %v", err)
		}
		_, err := g.Lift(g.As("director"), g.mine, stop.ID, 1, "总经理担保")
		g.must(err)
		if _, since := watch(); !since.IsZero() {
			g.Error("somebody has lifted it for this invoice")
		}
		g.on(kernel.On(2026, 8, 15)) // R1 is still the latest
		if _, since := watch(); !since.IsZero() {
			g.Error("somebody has lifted it for this invoice")
		}
		g.pays(kernel.On(2026, 8, 15), 1000)
		if _, since := watch(); since.IsZero() {
			g.Error("R2 is late for 46 days")
		}
		g.pays(kernel.On(2026, 8, 16), 500)
		g.on(kernel.On(2026, 8, 16))
		if _, since := watch(); !since.IsZero() {
			g.Error("all is paid")
		}
		by, err := g.Stop(g.As("director"), g.mine, "客户重组")
		g.must(err)
		if _, since := watch(); since != by.Since {
			g.Error("what somebody stopped, somebody lifts")
		}
	})
}

func TestALetterLeavesAndWhatBecomesOfItIsKnown(t *testing.T) {
	t.Parallel()
	apptest.Posting(t, features, func(s *apptest.Stage, box *apptest.Letterbox) {
		prepared(s, func(g *ground) {
			g.on(kernel.On(2026, 6, 16))
			draft, err := g.Draft(g.As("director"), g.mine, dunning.Letter, "zh-CN")
			g.must(err)
			if draft.Number != "R1" || draft.Amount != 1000_00 || !strings.Contains(draft.Body, "R1　到期 2026-05-31　1,000.00 CNY　逾期 16 天") || strings.Contains(draft.Body, "R2") || !strings.Contains(draft.Title, "客户rep") {
				g.Errorf("%+v", draft)
			}
			english, err := g.Draft(g.As("director"), g.mine, dunning.Letter, "en")
			if err != nil || !strings.Contains(english.Body, "late, by up to 16 days") || !strings.Contains(english.Body, "Erba") {
				g.Errorf("%+v, %v", english, err)
			}
			send := func(to string) (Dunning, error) {
				d, err := g.Dun(g.As("director"), Dunning{Account: g.mine, Does: dunning.Letter, Channel: ByMail, Language: "zh-CN", To: to, Title: draft.Title, Body: draft.Body})
				if err == nil {
					err = g.send(g.Context(), d.ID)
				}
				return d, err
			}
			if _, err := send("finance at example"); key(err) != "collection.bad_address" {
				g.Error(err)
			}
			_, err = send("finance@example.com")
			g.must(err)
			if len(box.All()) != 1 || box.All()[0].Header.Get("To") != "<finance@example.com>" {
				g.Errorf("%+v", box.All())
			}
			sheet := g.sheet("director")
			if l := sheet.Log[0]; l.State != Sent || l.SentAt == nil || l.Number != "R1" || sheet.Course.Steps[2].Done != kernel.On(2026, 6, 16) {
				g.Errorf("%+v", sheet.Log)
			}
			box.Refuse(550)
			_, err = send("nobody@example.com")
			g.must(err)
			if l := g.sheet("director").Log[0]; l.State != Failed || !strings.Contains(l.Fault, "550") {
				g.Errorf("%+v", l)
			}
			box.Refuse(451)
			_, err = send("later@example.com")
			g.must(err)
			if l := g.sheet("director").Log[0]; l.State != Queued || l.Tries != 1 {
				g.Errorf("%+v", l)
			}
			if again, err := g.Draft(g.As("director"), g.mine, dunning.Call, "en"); err != nil || again.To != "later@example.com" {
				g.Errorf("%+v, %v", again, err)
			}
		})
	})
}

func TestHowAnAccountIsAsked(t *testing.T) {
	each(t, func(g *ground) {
		call := Dunning{Account: g.mine, Does: dunning.Call, Channel: ByPhone, Language: "zh-CN", To: "白若谷", Says: "下周安排"}
		d, err := g.Dun(g.As("director"), call)
		if err != nil || d.State != Done || d.Number != "R1" || d.Amount != 1000_00 {
			g.Errorf("%+v, %v", d, err)
		}
		for want, spoil := range map[string]func(*Dunning){
			"collection.no_step":      func(d *Dunning) { d.Does = "shout" },
			"collection.no_post":      func(d *Dunning) { d.Channel, d.To, d.Title, d.Body = ByMail, "a@example.com", "a", "b" },
			"collection.bad_channel":  func(d *Dunning) { d.Channel = "pigeon" },
			"collection.bad_letter":   func(d *Dunning) { d.Channel = ByPost },
			"collection.bad_language": func(d *Dunning) { d.Language = "fr" },
			"db.missing":              func(d *Dunning) { d.Account = kernel.NewID() },
		} {
			one := call
			spoil(&one)
			if _, err := g.Dun(g.As("director"), one); key(err) != want {
				g.Errorf("%s: %v", want, err)
			}
		}
		none := call
		none.Account = g.his
		if _, err := g.Dun(g.As("director"), none); key(err) != "collection.nothing_to_ask" {
			g.Error(err)
		}
		l, err := g.List(g.As("rep"), Page{})
		if err != nil || len(l.Rows) != 1 || l.Rows[0].Course.Number != "R1" || l.Rows[0].Name != "客户rep" || l.Rows[0].Course.Next != kernel.On(2026, 6, 15) {
			g.Errorf("%+v, %v", l, err)
		}
		if l, err := g.List(g.As("other"), Page{}); err != nil || len(l.Rows) != 0 {
			g.Errorf("a stranger sees %+v, %v", l, err)
		}
	})
}

func TestWhenMoneyIsExpected(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.Promise(g.As("rep"), Promise{Account: g.mine, Amount: 300_00, Due: june.Add(5), Who: "白若谷"})
		g.must(err)
		c, err := g.Calendar(g.As("rep"), kernel.Date{}, kernel.Date{})
		g.must(err)
		// R1 is 10 days late by now, so the account is: what nobody promised of R1 comes
		// today, and R2 of 30 June on 10 July
		if c.Total != 1500_00 || c.Promised != 300_00 || len(c.Days) != 3 || c.Days[0].Amount != 700_00 || c.Days[1].On != june.Add(5) || c.Days[2].On != kernel.On(2026, 7, 10) {
			g.Errorf("%+v", c)
		}
		if c, err = g.Calendar(g.As("rep"), june.Add(1), june.Add(20)); err != nil || c.Total != 300_00 || c.Later != 500_00 {
			g.Errorf("%+v, %v", c, err)
		}
		if _, err := g.Calendar(g.As("rep"), june, june.Add(-1)); key(err) != "collection.bad_span" {
			g.Error(err)
		}
		if c, err := g.Calendar(g.As("other"), kernel.Date{}, kernel.Date{}); err != nil || c.Total+c.Unsaid+c.Later != 0 {
			g.Errorf("a stranger sees %+v, %v", c, err)
		}
	})
}

func TestListsLeave(t *testing.T) {
	each(t, func(g *ground) {
		g.Uncapped()
		_, err := g.Dispute(g.As("rep"), Dispute{Account: g.mine, Number: "R1", Reason: "quality", Amount: 400_00, Says: "主轴承异响"})
		g.must(err)
		_, err = g.Promise(g.As("rep"), Promise{Account: g.mine, Amount: 300_00, Due: june.Add(5), Who: "白若谷"})
		g.must(err)
		_, err = g.Dun(g.As("director"), Dunning{Account: g.mine, Does: dunning.Call, Channel: ByPhone, Language: "zh-CN", To: "白若谷", Says: "下周安排"})
		g.must(err)
		_, err = g.Stop(g.As("director"), g.mine, "客户重组")
		g.must(err)
		_, err = g.GiveUp(g.As("manager"), WriteOff{Account: g.mine, Number: "R1", Amount: 200_00, Reason: "尾差无法追回"})
		g.must(err)
		for list, want := range map[string]string{
			"disputes":  "rep,客户rep,R1,Quality,400.00,主轴承异响,rep,Open,2026-06-10,,,",
			"promises":  "rep,客户rep,,300.00,2026-06-10,2026-06-15,白若谷,,To come,0.00,rep",
			"letters":   "rep,客户rep,R1,Call,Phone,白若谷,,600.00,下周安排,Done,,2026-06-10,director",
			"stops":     "rep,客户rep,,客户重组,2026-06-10,,",
			"writeoffs": "rep,客户rep,R1,200.00,尾差无法追回,Waiting,2026-06-10,manager",
		} {
			file := g.Do("director", "GET", "/api/money/collection/export?format=csv&list="+list, "", "Accept-Language", "en").Body.String()
			if !strings.Contains(file, want) {
				g.Errorf("%s: %s", list, file)
			}
		}
		m, err := account.New(g.Kit).Merge(g.As("director"), g.mine, g.his, nil)
		g.must(err)
		sheet, err := g.Sheet(g.As("director"), g.his)
		if err != nil || len(sheet.Disputes) != 1 || len(sheet.Promises) != 1 || len(sheet.Log) != 1 || sheet.Stop == nil || len(sheet.WriteOffs) != 1 {
			g.Errorf("something stayed behind: %+v, %v", sheet, err)
		}
		g.must(account.New(g.Kit).Part(g.As("director"), m.ID))
		if sheet := g.sheet("director"); len(sheet.Disputes) != 1 || sheet.Stop == nil {
			g.Errorf("it did not come back: %+v", sheet)
		}
	})
}
