package gift

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts gifts on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/gifts", "gift:read", s.getGifts)
	web.Download(r, "/gifts/export", "gift:export", s.getExport)
	web.Post(r, "/accounts/{account}/gifts", "gift:write", s.postGift)
	web.Delete(r, "/gifts/{id}", "gift:write", s.deleteGift)
}

// Narrowing is the part of the query that says which gifts.
type Narrowing struct {
	Account kernel.ID `query:"account" doc:"Empty: to all in sight"`
	Year    int       `query:"year"    minimum:"0" maximum:"2200" doc:"0: of all years"`
	State   string    `query:"state"   enum:"given,waiting,refused" doc:"Empty: all"`
}

func (n Narrowing) which() Which { return Which{Account: n.Account, Year: n.Year, State: n.State} }

type getGifts struct {
	Narrowing
	After kernel.ID `query:"after" doc:"The field next of the page before"`
	Limit int       `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func (s *Service) getGifts(ctx context.Context, in *getGifts) (Register, error) {
	w := in.which()
	w.After, w.Limit = in.After, in.Limit
	return s.List(ctx, w)
}

type getExport struct {
	Narrowing
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.which(), func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "gifts", in.Format, Exported, rows)
	t.Population = s.Population
	return t, nil
}

// Giving is what somebody says of a gift.
type Giving struct {
	Contact  kernel.ID   `json:"contact,omitzero"`
	Item     string      `json:"item"             maxLength:"120"`
	Value    int64       `json:"value"            minimum:"0" maximum:"100000000" doc:"Minor units"`
	On       kernel.Date `json:"on"`
	Occasion string      `json:"occasion"         enum:"festival,visit,event,anniversary,thanks,other"`
	Personal bool        `json:"personal"`
	Reason   string      `json:"reason,omitempty" maxLength:"500" doc:"Above a limit: why"`
}

type postGift struct {
	Account kernel.ID `path:"account"`
	Body    Giving
}

func (s *Service) postGift(ctx context.Context, in *postGift) (Gift, error) {
	b := in.Body
	return s.Give(ctx, Gift{Account: in.Account, Contact: b.Contact, Item: b.Item, Value: b.Value, On: b.On, Occasion: b.Occasion, Personal: b.Personal, Reason: b.Reason})
}

type deleteGift struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteGift(ctx context.Context, in *deleteGift) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}
