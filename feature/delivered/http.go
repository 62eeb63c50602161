package delivered

import (
	"context"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// Routes puts sheets of offers on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/accounts/{account}/offers", "delivered:read", s.getOffers)
	web.Post(r, "/accounts/{account}/offers", "delivered:write", s.postOffer)
	web.Get(r, "/offers/{id}", "delivered:read", s.getOffer)
	web.Put(r, "/offers/{id}", "delivered:write", s.putOffer)
	web.Delete(r, "/offers/{id}", "delivered:write", s.deleteOffer)
	web.Download(r, "/offers/{id}/export", "delivered:export", s.getExport)
	web.Get(r, "/offers/{id}/sides/{side}/values/{component}", "delivered:read", s.getValue)
	web.Put(r, "/offers/{id}/sides/{side}/values/{component}", "delivered:write", s.putValue)
}

type ofAccount struct {
	Account kernel.ID `path:"account" row:"account"`
}

func (s *Service) getOffers(ctx context.Context, in *ofAccount) (Offers, error) {
	return s.Of(ctx, in.Account)
}

// Wording is what a sheet is called, and whose offers stand beside ours.
type Wording struct {
	Name   string   `json:"name"   maxLength:"60"`
	Others []string `json:"others" maxItems:"5" maxLength:"60" doc:"Whose offers stand beside ours, in their order"`
}

func (w Wording) offer() Offer {
	o := Offer{Name: w.Name, Sides: make([]Side, 1, len(w.Others)+1)}
	for _, name := range w.Others {
		o.Sides = append(o.Sides, Side{Name: name})
	}
	return o
}

type postOffer struct {
	Account kernel.ID `path:"account"`
	Body    struct {
		Wording
		Unit string `json:"unit" enum:"money,points" doc:"Of all amounts; it never changes"`
	}
}

func (s *Service) postOffer(ctx context.Context, in *postOffer) (Offer, error) {
	o := in.Body.offer()
	o.Account, o.Unit = in.Account, in.Body.Unit
	return s.Open(ctx, o)
}

type byID struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getOffer(ctx context.Context, in *byID) (Offer, error) { return s.Find(ctx, in.ID) }

type putOffer struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body Wording
}

func (s *Service) putOffer(ctx context.Context, in *putOffer) (Offer, error) {
	version, err := in.Replaces()
	if err != nil {
		return Offer{}, err
	}
	o := in.Body.offer()
	o.ID, o.Version = in.ID, version
	return s.Change(ctx, o)
}

type deleteOffer struct {
	ID kernel.ID `path:"id"`
	web.Match
}

func (s *Service) deleteOffer(ctx context.Context, in *deleteOffer) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Drop(ctx, in.ID, version)
}

type getExport struct {
	ID     kernel.ID `path:"id"`
	Format string    `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func (s *Service) getExport(ctx context.Context, in *getExport) (export.Table, error) {
	rows, err := s.Export(ctx, in.ID, func(key string) string { return text.Say(ctx, key, nil) })
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, "offer", in.Format, Exported, rows)
	t.Population = export.Endless
	return t, nil
}

// OfValue names a value of a sheet.
type OfValue struct {
	ID        kernel.ID `path:"id"`
	Side      int64     `path:"side" minimum:"0" maximum:"5" doc:"0: ours"`
	Component string    `path:"component" enum:"product,service,people,image,money,time,energy,effort"`
}

func (s *Service) getValue(ctx context.Context, in *OfValue) (Value, error) {
	return s.Value(ctx, in.ID, in.Side, in.Component)
}

type putValue struct {
	OfValue
	web.Match
	Body struct {
		Amount   int64  `json:"amount"   minimum:"0" maximum:"1000000000000000" doc:"Hundredths of a yuan or of a point"`
		Evidence string `json:"evidence" maxLength:"500"`
	}
}

func (s *Service) putValue(ctx context.Context, in *putValue) (Value, error) {
	version, err := in.Replaces()
	if err != nil {
		return Value{}, err
	}
	return s.Say(ctx, Value{Offer: in.ID, Place: in.Side, Component: in.Component, Version: version, Amount: in.Body.Amount, Evidence: in.Body.Evidence})
}
