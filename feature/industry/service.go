package industry

import (
	"cmp"
	"context"
	"fmt"

	"erba/feature/account"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Service keeps the dictionary of industries and judges by it.
type Service struct {
	db        *db.DB
	accounts  *account.Service
	portfolio *portfolio.Service
	methods   *method.Service
}

// NewService returns the industry service.
func NewService(d *db.DB, accounts *account.Service, p *portfolio.Service, methods *method.Service) *Service {
	return &Service{d, accounts, p, methods}
}

// book is what is the same whoever asks: the settings, the dictionary, and what
// is said of its industries.
type book struct {
	settings
	*Dictionary
	words []Named
	rated []Rated
}

// open reads the book.
func (s *Service) open(ctx context.Context) (b *book, err error) {
	b = &book{}
	return b, s.db.Read(ctx, func(tx *db.Tx) error {
		if b.settings, err = s.settings(tx); err != nil {
			return err
		}
		all, err := industries(tx)
		if err != nil {
			return err
		}
		if b.words, err = words(tx); err != nil {
			return err
		}
		said, err := answers(tx)
		b.Dictionary, b.rated = dictionaryOf(all, b.words), rate(&b.rating, all, said, kernel.Today())
		return err
	})
}

// settings are the configurations in force today.
func (s *Service) settings(tx *db.Tx) (all settings, err error) {
	for _, m := range declared {
		config, _, err := s.methods.InForce(tx, m)
		if err != nil {
			return all, err
		}
		if !all.take(config) {
			return all, fmt.Errorf("industry: nobody takes the configuration of %s", m)
		}
	}
	return all, nil
}

// declared are the methods whose settings count here.
var declared = [...]string{"M22", "M27", "M28", "M48"}

// author is who is at work, and the name that is shown.
func author(ctx context.Context) (kernel.ID, string) {
	viewer, _ := identity.From(ctx)
	return viewer.ID, cmp.Or(viewer.Name, viewer.Login)
}

// Rated are all industries, the best first.
func (s *Service) Rated(ctx context.Context) ([]Rated, error) {
	b, err := s.open(ctx)
	if err != nil {
		return nil, err
	}
	return b.rated, nil
}

// Said is what accounts in sight call their industries.
func (s *Service) Said(ctx context.Context) (Words, error) {
	b, err := s.open(ctx)
	if err != nil {
		return Words{}, err
	}
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return Words{}, err
	}
	count := map[string]int{}
	for row := range int32(facts.Len()) {
		if facts.Sees(row) {
			count[facts.Word("industry", row)]++
		}
	}
	w := b.said(count, b.words)
	w.Scope = facts.Scope()
	return w, nil
}

// Profile is what the industry and the ownership of an account tell of it.
func (s *Service) Profile(ctx context.Context, id kernel.ID) (p Profile, err error) {
	one, err := s.accounts.Find(ctx, id)
	if err != nil {
		return p, err
	}
	b, err := s.open(ctx)
	if err != nil {
		return p, err
	}
	p = Profile{Account: id, Word: one.Industry, Ownership: hint(&b.ownership, one.Ownership)}
	if at := b.Of(one.Industry); at >= 0 {
		for i := range b.rated {
			if b.rated[i].ID == b.all[at].ID {
				p.Industry = &b.rated[i]
			}
		}
	}
	return p, nil
}
