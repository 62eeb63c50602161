package contact

import (
	"context"
	"io"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// largestCards is how many bytes of visiting cards are taken at once.
const largestCards = 8 << 20

// files are the routes by which contacts come and go as files.
func (s *Service) files(r *web.Router) {
	web.Download(r, "/accounts/{account}/contacts/export", exporting, s.exportContacts)
	web.Document(r, "/contacts/{id}/card", exporting, web.Fresh(s.exportCard))
	web.Upload(r, "/accounts/{account}/contacts/cards", "contact:write", largestCards, s.postCards)
}

type exportContactsOf struct {
	Account kernel.ID `path:"account"`
	Format  string    `query:"format" enum:"csv,xlsx,vcf" default:"xlsx"`
}

func (s *Service) exportContacts(ctx context.Context, in *exportContactsOf) (export.Table, error) {
	t := export.Table{Name: "contacts", Format: in.Format, Population: s.Population, Plain: true}
	if in.Format == "vcf" {
		cards, err := s.VCards(ctx, in.Account)
		t.Rows = func(row func(...any) error) error {
			for _, card := range cards {
				if err := row(card); err != nil {
					return err
				}
			}
			return nil
		}
		return t, err
	}
	rows, err := s.Rows(ctx, in.Account)
	if err != nil {
		return t, err
	}
	t = web.Table(ctx, "contacts", in.Format, Listed, rows)
	t.Population, t.Plain = s.Population, true
	return t, nil
}

func (s *Service) exportCard(ctx context.Context, in *byID) (web.File, error) {
	name, card, err := s.VCard(ctx, in.ID)
	return web.File{Name: name + ".vcf", Type: export.Types["vcf"], Write: func(w io.Writer) error {
		_, err := io.WriteString(w, card)
		return err
	}}, err
}

type postCardsOf struct {
	Account kernel.ID `path:"account"`
	Try     bool      `query:"try" doc:"Only say what would become of them"`
}

func (s *Service) postCards(ctx context.Context, in *postCardsOf, body io.Reader) (Cards, error) {
	return s.Receive(ctx, in.Account, body, in.Try, func(key string, args map[string]any) string { return text.Say(ctx, key, args) })
}
