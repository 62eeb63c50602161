package receivable

import (
	"fmt"
	"testing"

	"erba/feature/account"
	"erba/kernel"
)

// group opens two companies under one, and books what the first owes and the second has
// paid in advance.
func (g *ground) group() (owes, has kernel.ID) {
	g.Helper()
	head := []account.Account{{Code: "G", Name: "集团"}}
	g.must(account.New(g.Kit).Open(g.As("director"), head...))
	both := []account.Account{{Code: "G1", Name: "一公司", Parent: head[0].ID}, {Code: "G2", Name: "二公司", Parent: head[0].ID}}
	g.must(account.New(g.Kit).Open(g.As("director"), both...))
	on := kernel.On(2026, 4, 1)
	for _, d := range []Document{{Account: both[0].ID, Kind: Invoice, Number: "I-1", Amount: 1000}, {Account: both[1].ID, Kind: Receipt, Number: "R-1", Amount: 700}} {
		d.On = on
		_, err := g.Add(g.As("director"), d)
		g.must(err)
	}
	return both[0].ID, both[1].ID
}

// stand is what a company owes and what it has paid in advance.
func (g *ground) stand(id kernel.ID) string {
	g.Helper()
	a, err := g.Statement(g.As("director"), id, At{})
	g.must(err)
	return fmt.Sprint(a.Standing.Receivable, a.Standing.Advance)
}

func TestASetOffHasTwoSides(t *testing.T) {
	each(t, func(g *ground) {
		owes, has := g.group()
		on := kernel.On(2026, 5, 1)
		try := func(amount int64, with kernel.ID, reference string) (Document, error) {
			return g.AddSetOff(g.As("director"), Document{Account: owes, Number: "S-1", On: on, Amount: amount, Reference: reference}, with)
		}
		for want, test := range map[string]struct {
			amount    int64
			with      kernel.ID
			reference string
		}{"receivable.setoff_with": {600, owes, ""}, "receivable.setoff_group": {600, g.mine, ""}, "receivable.setoff_more": {701, has, ""},
			"receivable.setoff_owed": {1001, has, ""}, "receivable.no_such_invoice": {600, has, "I-9"}, "db.missing": {600, kernel.NewID(), ""}} {
			if _, err := try(test.amount, test.with, test.reference); key(err) != want {
				g.Errorf("%v, want %s", err, want)
			}
		}
		if g.stand(owes) != "1000 0" || g.stand(has) != "0 700" {
			g.Error("a refusal books one side:", g.stand(owes), g.stand(has))
		}
		d, err := try(600, has, "I-1")
		g.must(err)
		again, err := try(600, has, "I-1")
		g.must(err)
		if again.ID != d.ID || g.stand(owes) != "400 0" || g.stand(has) != "0 100" {
			g.Error("set off:", again.ID == d.ID, g.stand(owes), g.stand(has))
		}
		g.must(g.Sound(g.As("director")))
		g.must(g.TakeBack(g.As("director"), has, d.Pair, "wrong")) // from either side
		if g.stand(owes) != "1000 0" || g.stand(has) != "0 700" {
			g.Error("taken back:", g.stand(owes), g.stand(has))
		}
		if err := g.TakeBack(g.As("director"), owes, d.ID, "wrong"); key(err) != "receivable.reversed_already" {
			g.Error("taken back twice:", err)
		}
		if r := g.Do("director", "POST", "/api/accounts/"+owes.String()+"/receivables/documents", fmt.Sprintf(`{"kind":"setoff","on":"2026-05-01","amount":100,"with":%q}`, has)); r.Code != 200 || g.stand(has) != "0 600" {
			g.Error("by REST:", r.Code, r.Body, g.stand(has))
		}
		if r := g.Do("director", "POST", "/api/accounts/"+owes.String()+"/receivables/documents", `{"kind":"setoff","on":"2026-05-01","amount":100}`); r.Code != 422 {
			g.Error("with nobody:", r.Code, r.Body)
		}
	})
}

// One transfer is not booked for two accounts under the bank's reference.
func TestABankReferenceIsOfOneAccount(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2026, 5, 1)
		first := g.book(Receipt, "BANK-1", on, 500)
		other := Document{Account: g.his, Kind: Receipt, Number: "BANK-1", On: on, Amount: 500}
		if _, err := g.Add(g.As("director"), other); key(err) != "receivable.reference_elsewhere" {
			g.Error("the same reference at another account:", err)
		}
		g.must(g.reverse(first.ID))
		if _, err := g.Add(g.As("director"), other); err != nil {
			g.Error("what was taken back stands in the way:", err)
		}
	})
}

// The undo of a correction restores what was said before it, not what the order would do.
func TestUndoOfACorrectionRestoresWhatWasSaid(t *testing.T) {
	each(t, func(g *ground) {
		on := kernel.On(2026, 4, 1)
		first, second := g.book(Invoice, "I-1", on, 1000), g.book(Invoice, "I-2", on.Add(1), 1000)
		paid := g.pays("R", "", on.Add(9), 600)
		open := func() string {
			s := g.of(At{}).Standing
			return fmt.Sprint(s.Items[0].Open, s.Items[1].Open)
		}
		if err := g.Uncorrect(g.As("director"), g.mine, paid.ID); key(err) != "receivable.never_corrected" {
			g.Error("nothing was said:", err)
		}
		g.must(g.Correct(g.As("director"), g.mine, paid.ID, []Part{{To: second.ID, Amount: 600}}))
		g.must(g.Correct(g.As("director"), g.mine, paid.ID, []Part{{To: first.ID, Amount: 100}, {To: second.ID, Amount: 300}}))
		for _, want := range []string{"1000 400", "700 700", "1000 400"} {
			r := g.Do("director", "POST", "/api/accounts/"+g.mine.String()+"/receivables/documents/"+paid.ID.String()+"/allocation/undo", "")
			if r.Code != 200 || open() != want {
				g.Error("undone:", r.Code, r.Body, open(), "want", want)
			}
		}
		g.must(g.Correct(g.As("director"), g.mine, paid.ID, nil))
		g.must(g.Uncorrect(g.As("director"), g.mine, paid.ID))
		if open() != "1000 400" {
			g.Error("back from the order:", open())
		}
	})
}
