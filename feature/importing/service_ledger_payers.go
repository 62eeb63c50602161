package importing

import (
	"slices"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/kernel"
	"erba/platform/db"
)

// payers finds the accounts of receipts that name only who paid: the one of that name,
// or the one for which he paid before. Where these are several, somebody must say.
func (b *books) payers(rows []Claim) error {
	var names []string
	for i := range rows {
		if c := &rows[i]; c.Account == (Party{}) && c.Payer != "" {
			c.Account = Party{Code: c.Payer, Name: c.Payer}
			if _, known := b.known[c.Account]; !known {
				names = append(names, c.Payer)
			}
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if len(names) == 0 {
		return nil
	}
	return b.db.Read(b.ctx, func(tx *db.Tx) error {
		found, err := b.ledger.PaidFor(tx, names)
		if err != nil {
			return err
		}
		refs := make([]account.Ref, len(names))
		for i, name := range names {
			refs[i] = account.Ref{Code: name, Name: name}
		}
		own, err := b.accounts.Resolve(tx, refs)
		for i, name := range names {
			b.paid(name, found[name], own[i])
		}
		return err
	})
}

// paid notes for whom somebody has paid before, and who bears his name.
func (b *books) paid(name string, before []kernel.ID, own kernel.ID) {
	if len(before) == 0 {
		return
	}
	if !own.IsZero() && !slices.Contains(before, own) {
		before = append(before, own)
	}
	p := Party{Code: name, Name: name}
	if len(before) > 1 {
		b.known[p], b.reasonOf[p] = kernel.ID{}, "payer_unclear"
		return
	}
	b.known[p], b.strangers[name] = before[0], before[0] != own
	b.warn("account_by_payer", name)
}

// third is who paid, where that is not the account itself as the file or we name it.
func (b *books) third(c *Claim) string {
	if c.Payer != c.Account.Code && c.Payer != c.Account.Name || b.strangers[c.Payer] {
		return c.Payer
	}
	return ""
}

// twins tells of receipts whose bank reference others bear: those of another account,
// or of the same account and for the same invoice.
func (b *books) twins(all []ledger.Receipt) error {
	var numbers []string
	for i := range all {
		if all[i].Number != "" {
			numbers = append(numbers, all[i].Number)
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	var bearing map[string][]kernel.ID
	err := b.db.Read(b.ctx, func(tx *db.Tx) (err error) {
		bearing, err = b.ledger.Bearing(tx, slices.Compact(slices.Sorted(slices.Values(numbers))))
		return err
	})
	if err != nil {
		return err
	}
	type use struct {
		account         kernel.ID
		number, invoice string
	}
	here, uses := map[string]kernel.ID{}, map[use]bool{}
	for i := range all {
		r := &all[i]
		u := use{r.Account, r.Number, r.Invoice}
		first, again := here[r.Number]
		switch {
		case r.Number == "":
		case again && first != r.Account || slices.ContainsFunc(bearing[r.Number], func(id kernel.ID) bool { return id != r.Account }):
			b.warn("reference_elsewhere", r.Number)
		case uses[u]:
			b.warn("reference_twice", r.Number)
		}
		here[r.Number], uses[u] = r.Account, true
	}
	return nil
}
