package industry

import (
	"context"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
)

// Keep adds an industry, or writes over the version that its author has read.
func (s *Service) Keep(ctx context.Context, one Industry) (Industry, error) {
	one.tidy()
	one.ChangedAt = time.Now().UnixMicro()
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		if one.ID.IsZero() {
			return s.add(tx, &one)
		}
		return s.replace(tx, &one)
	})
	return one, err
}

func (s *Service) add(tx *db.Tx, one *Industry) error {
	one.ID, one.Version = kernel.NewID(), 1
	if err := s.fits(tx, *one); err != nil {
		return err
	}
	if err := add(tx, *one); err != nil {
		return err
	}
	return audit.Changed(tx, "industry.kept", "industry", one.ID, nil, *one)
}

func (s *Service) replace(tx *db.Tx, one *Industry) error {
	old, err := find(tx, one.ID)
	if err != nil {
		return err
	}
	one.Code = old.Code
	if err := s.fits(tx, *one); err != nil {
		return err
	}
	if err := replace(tx, *one); err != nil {
		return err
	}
	one.Version++
	return audit.Changed(tx, "industry.kept", "industry", one.ID, old, *one)
}

// fits refuses an industry that breaks a rule, and one that is found by the code
// or a name of another one.
func (s *Service) fits(tx *db.Tx, one Industry) error {
	if err := one.Check(); err != nil {
		return err
	}
	all, err := industries(tx)
	if err != nil {
		return err
	}
	others := dictionaryOf(slices.DeleteFunc(all, func(i Industry) bool { return i.ID == one.ID }), nil)
	for _, word := range []string{one.Code, one.Name, one.English} {
		if others.Of(word) != Unclassified {
			return kernel.Refused("industry.twice", "name", word)
		}
	}
	return nil
}

// Drop forgets an industry, its words and what was said of it.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		one, err := find(tx, id)
		if err != nil {
			return err
		}
		before := one
		one.Version = version
		if err := drop(tx, one); err != nil {
			return err
		}
		return audit.Changed(tx, "industry.dropped", "industry", id, before, nil)
	})
}

// Match says to which industry a word of accounts belongs; with none it is as if
// nobody had said so.
func (s *Service) Match(ctx context.Context, w Named) (Named, error) {
	if w.Word = folded(w.Word); w.Word == "" || runes(w.Word) > longestWord {
		return w, kernel.Invalid("industry.bad_word", "max", longestWord)
	}
	return w, s.db.Write(ctx, func(tx *db.Tx) error {
		old, err := matched(tx, w.Word)
		if err != nil || old == w {
			return err
		}
		if err := dropWord(tx, w.Word); err != nil {
			return err
		}
		if w.Industry.IsZero() {
			return audit.Changed(tx, "industry.matched", "industry", old.Industry, old, w)
		}
		if _, err := find(tx, w.Industry); err != nil {
			return err
		}
		if err := addWord(tx, w); err != nil {
			return err
		}
		return audit.Changed(tx, "industry.matched", "industry", w.Industry, old, w)
	})
}

// longestWord is as long as accounts' words can be.
const longestWord = 60

// matched is what a word is matched with, if it is.
func matched(tx *db.Tx, word string) (Named, error) {
	all, err := words(tx)
	if at := slices.IndexFunc(all, func(n Named) bool { return n.Word == word }); at >= 0 {
		return all[at], err
	}
	return Named{Word: word}, err
}
