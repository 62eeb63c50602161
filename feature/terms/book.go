package terms

import (
	"erba/analysis/terms"
	"erba/kernel"
)

// Book are the terms of many accounts, past and future, with the days off.
type Book struct {
	usual terms.Terms
	of    map[kernel.ID][]Agreement // the latest first
	off   map[int32]bool            // what the calendar says otherwise than the week: true is a working day
}

// Of are the terms of an account's documents of a day that name no contract.
func (b *Book) Of(account kernel.ID, on kernel.Date) terms.Terms { return b.For(account, "", on) }

// For are the terms of documents of a day under a contract: those of the contract,
// else those of the account, else the usual ones.
func (b *Book) For(account kernel.ID, contract string, on kernel.Date) terms.Terms {
	general := b.usual
	found := false
	for _, a := range b.of[account] {
		switch {
		case a.Since.Compare(on) > 0:
		case a.Contract == contract:
			return a.Agreed.Terms
		case a.Contract == "" && !found:
			general, found = a.Agreed.Terms, true
		}
	}
	return general
}

// Usual are the terms that hold where nothing was agreed.
func (b *Book) Usual() terms.Terms { return b.usual }

// Working reports whether people work on a day.
func (b *Book) Working(on kernel.Date) bool {
	day := on.Ordinal()
	if working, said := b.off[day]; said {
		return working
	}
	return weekday(day) < 5
}

// weekday counts from Monday; the first of January 1970 was a Thursday.
func weekday(ordinal int32) int32 { return ((ordinal+3)%7 + 7) % 7 }

// Due are the instalments of a document of an account, each with its day.
func (b *Book) Due(account kernel.ID, contract string, amount int64, on kernel.Date) []terms.Instalment {
	return b.For(account, contract, on).Of(amount, on, b.Working)
}
