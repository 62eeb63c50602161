package opportunity

import (
	"cmp"

	"erba/kernel"
)

// filled is a deal with what a file says of it; what the file leaves empty stays.
func (d Deal) filled(news Deal) Deal {
	next := d
	if news.tidy(); news.Owner.IsZero() && !d.Owner.IsZero() {
		news.OwnerName = d.OwnerName // it goes with who leads the deal
	}
	words := []struct {
		into *string
		from string
	}{{&next.Name, news.Name}, {&next.OwnerName, news.OwnerName}, {&next.Source, news.Source}, {&next.Process, news.Process}, {&next.Stage, news.Stage},
		{&next.State, news.State}, {&next.Currency, news.Currency}, {&next.Reason, news.Reason}, {&next.Outcome, news.Outcome}, {&next.Lesson, news.Lesson},
		{&next.Purchase, news.Purchase}, {&next.Product, news.Product}}
	for _, w := range words {
		*w.into = cmp.Or(w.from, *w.into)
	}
	days := []struct {
		into *kernel.Date
		from kernel.Date
	}{{&next.Opened, news.Opened}, {&next.Expected, news.Expected}, {&next.Closed, news.Closed}}
	for _, on := range days {
		if !on.from.IsZero() {
			*on.into = on.from
		}
	}
	if !news.Opened.IsZero() {
		next.Unopened = news.Unopened
	}
	return next.owed(news)
}

// owed takes over whose a deal is and what it is about.
func (d Deal) owed(news Deal) Deal {
	if !news.Owner.IsZero() {
		d.Owner = news.Owner
	}
	if !news.Account.IsZero() {
		d.Account, d.Row = news.Account, news.Account
	}
	if news.Amount != nil {
		d.Amount = news.Amount
	}
	if news.Original != nil {
		d.Original = news.Original
	}
	if d.Live() {
		d.Closed = kernel.Date{}
	}
	return d
}

// equal reports whether two deals say the same.
func equal(a, b Deal) bool {
	same := number(a.Amount) == number(b.Amount) && number(a.Original) == number(b.Original)
	a.Amount, b.Amount, a.Original, b.Original = nil, nil, nil, nil
	return same && a == b
}

// number is one that may be missing, as something that compares.
func number(n *int64) [2]int64 {
	if n == nil {
		return [2]int64{}
	}
	return [2]int64{1, *n}
}
