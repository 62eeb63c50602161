package receivable

import (
	"cmp"

	"erba/analysis/receivable"
	"erba/kernel"
)

// Claim is an invoice, or an instalment of it, as of a day.
type Claim struct {
	ID     kernel.ID   `json:"id"`
	Number string      `json:"number"`
	On     kernel.Date `json:"on"`
	Due    kernel.Date `json:"due,omitzero"    doc:"Empty: unknown, never late"`
	Amount int64       `json:"amount"`
	Left   int64       `json:"left"`
	Days   int         `json:"days"            doc:"After it was due"`
	State  string      `json:"state"           enum:"closed,due,grace,late"`
	Closed kernel.Date `json:"closed,omitzero" doc:"On which nothing was left of it"`
	Paid   []Paid      `json:"paid"`
}

// Paid is what paid a claim, and why it did.
type Paid struct {
	From   kernel.ID   `json:"from,omitzero" doc:"Empty: said to be settled, without the money being recorded"`
	Number string      `json:"number"`
	Kind   string      `json:"kind"`
	On     kernel.Date `json:"on"`
	Amount int64       `json:"amount"`
	By     string      `json:"by" enum:"hand,number,said,order"`
}

// because are the words of why money went to a claim.
var because = map[receivable.By]string{receivable.Hand: "hand", receivable.Number: "number", receivable.Said: "said", receivable.Order: "order"}

// claimsOf are the claims of a standing with what paid each. Instalments of one
// invoice bear its ID: what paid it is told apart by filling them in their order.
func claimsOf(s *receivable.Standing, documents []Document) []Claim {
	of := make(map[int64]*Document, len(documents))
	for i := range documents {
		of[documents[i].ID.Int()] = &documents[i]
	}
	paid := map[int64][]receivable.Paid{}
	for _, p := range s.Paid {
		paid[p.To] = append(paid[p.To], p)
	}
	all := make([]Claim, 0, len(s.Items))
	for i := range s.Items {
		item := &s.Items[i]
		c := Claim{Number: item.Number, On: item.On, Due: item.Due, Amount: item.Amount, Left: item.Open, Days: item.Days, State: stateOf(item), Closed: item.Closed, Paid: []Paid{}}
		if d := of[item.ID]; d != nil {
			c.ID = d.ID
		}
		c.Paid, paid[item.ID] = taken(item.Amount-item.Open, paid[item.ID], of)
		all = append(all, c)
	}
	return all
}

// taken are the payments that make up a sum, and what is left of them.
func taken(sum int64, payments []receivable.Paid, of map[int64]*Document) (all []Paid, rest []receivable.Paid) {
	for len(payments) > 0 && sum > 0 {
		p := &payments[0]
		part := min(sum, p.Amount)
		one := Paid{On: p.On, Amount: part, By: because[p.By]}
		if d := of[p.From]; d != nil {
			one.From, one.Number, one.Kind = d.ID, d.Number, d.Kind
		}
		all, sum = append(all, one), sum-part
		if p.Amount -= part; p.Amount == 0 {
			payments = payments[1:]
		}
	}
	return all, payments
}

func stateOf(i *receivable.Item) string {
	late := ""
	if i.Overdue() {
		late = "late"
	} else if i.Open > 0 && i.Days > 0 && !i.Due.IsZero() {
		late = "grace"
	}
	if i.Open == 0 {
		return "closed"
	}
	return cmp.Or(late, "due")
}
