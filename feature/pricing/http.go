package pricing

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts prices on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/prices/lists", "pricing:read", s.getLists)
	web.Post(r, "/prices/lists", "pricing:write", s.postList)
	web.Get(r, "/prices/lists/{list}", "pricing:read", s.getPrices)
	web.Put(r, "/prices/lists/{list}", "pricing:write", s.putList)
	web.Delete(r, "/prices/lists/{list}", "pricing:write", s.deleteList)
	web.Put(r, "/prices/lists/{list}/products/{product}", "pricing:write", s.putPrice)
	web.Delete(r, "/prices/lists/{list}/products/{product}", "pricing:write", s.deletePrice)
	web.Download(r, "/prices/lists/{list}/export", "pricing:export", s.getListFile)
	web.Upload(r, "/prices/lists/{list}/import", "pricing:write", largest, s.postListFile)
	web.Get(r, "/prices/frameworks", "framework:read", s.getFrameworks)
	web.Post(r, "/prices/frameworks", "framework:write", s.postFramework)
	web.Put(r, "/prices/frameworks/{framework}", "framework:write", s.putFramework)
	web.Delete(r, "/prices/frameworks/{framework}", "framework:write", s.deleteFramework)
	web.Download(r, "/prices/frameworks/export", "framework:export", s.getFrameworkFile)
	web.Upload(r, "/prices/frameworks/import", "framework:write", largest, s.postFrameworkFile)
	web.Get(r, "/prices/floors", "floor:read", s.getFloors)
	web.Put(r, "/prices/floors/{product}", "floor:write", s.putFloor)
	web.Delete(r, "/prices/floors/{product}", "floor:write", s.deleteFloor)
	web.Download(r, "/prices/floors/export", "floor:export", s.getFloorFile)
	web.Get(r, "/prices/specials", "special:read", s.getSpecials)
	web.Download(r, "/prices/specials/export", "special:export", s.getSpecialFile)
	web.Get(r, "/opportunities/{opportunity}/prices", "special:read", s.getOfDeal)
	web.Post(r, "/opportunities/{opportunity}/prices", "special:ask", s.postSpecial)
}

func (s *Service) getLists(ctx context.Context, _ *struct{}) (Lists, error) { return s.Lists(ctx) }

// Heading is what somebody says of a list.
type Heading struct {
	Name  string      `json:"name"            maxLength:"120"`
	Scope string      `json:"scope"           enum:"all,region,industry,tier"`
	Place string      `json:"place,omitempty" maxLength:"120" doc:"Which region, industry or tier; of a list for all: empty"`
	From  kernel.Date `json:"from"`
	Until kernel.Date `json:"until,omitzero"`
	Note  string      `json:"note,omitempty"  maxLength:"500"`
}

func (h Heading) list() List {
	return List{Name: h.Name, Scope: h.Scope, Place: h.Place, From: h.From, Until: h.Until, Note: h.Note}
}

type postList struct{ Body Heading }

func (s *Service) postList(ctx context.Context, in *postList) (List, error) {
	return s.AddList(ctx, in.Body.list())
}

// AtList names a list at the version that was read.
type AtList struct {
	ID kernel.ID `path:"list"`
	web.Match
}

type putList struct {
	AtList
	Body Heading
}

func (s *Service) putList(ctx context.Context, in *putList) (List, error) {
	version, err := in.Replaces()
	if err != nil {
		return List{}, err
	}
	l := in.Body.list()
	l.ID, l.Version = in.ID, version
	return s.SaveList(ctx, l)
}

func (s *Service) deleteList(ctx context.Context, in *AtList) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.DropList(ctx, in.ID, version)
}

type getPrices struct {
	ID     kernel.ID `path:"list"`
	Search string    `query:"search" maxLength:"60"`
	After  string    `query:"after"  maxLength:"120" doc:"The field next of the page before"`
	Limit  int       `query:"limit"  minimum:"1" maximum:"500" default:"100"`
}

func (s *Service) getPrices(ctx context.Context, in *getPrices) (Prices, error) {
	return s.Prices(ctx, in.ID, in.Search, in.After, in.Limit)
}

// AtPrice names a product in a list.
type AtPrice struct {
	AtList
	Product kernel.ID `path:"product"`
}

type putPrice struct {
	AtPrice
	Body struct {
		Listed kernel.Decimal `json:"list"`
	}
}

func (s *Service) putPrice(ctx context.Context, in *putPrice) (List, error) {
	return s.setPrice(ctx, in.AtPrice, &in.Body.Listed)
}

func (s *Service) deletePrice(ctx context.Context, in *AtPrice) (List, error) {
	return s.setPrice(ctx, *in, nil)
}

func (s *Service) setPrice(ctx context.Context, at AtPrice, listed *kernel.Decimal) (List, error) {
	version, err := at.Replaces()
	if err != nil {
		return List{}, err
	}
	return s.SetPrice(ctx, at.ID, version, at.Product, listed)
}

type getFrameworks struct{ Agreed }

func (s *Service) getFrameworks(ctx context.Context, in *getFrameworks) (Agreements, error) {
	return s.Agreements(ctx, in.Agreed)
}

// Terms are what was agreed.
type Terms struct {
	Agreed kernel.Decimal `json:"agreed"`
	From   kernel.Date    `json:"from"`
	Until  kernel.Date    `json:"until"`
	Basis  string         `json:"basis" maxLength:"120" doc:"The contract in which it stands"`
}

func (t Terms) framework() Framework {
	return Framework{Agreed: t.Agreed, From: t.From, Until: t.Until, Basis: t.Basis}
}

type postFramework struct {
	Body struct {
		Account kernel.ID `json:"account"`
		Product kernel.ID `json:"product"`
		Terms
	}
}

func (s *Service) postFramework(ctx context.Context, in *postFramework) (Framework, error) {
	f := in.Body.framework()
	f.Account, f.Product = in.Body.Account, in.Body.Product
	return s.Agree(ctx, f)
}

// AtFramework names an agreed price at the version that was read.
type AtFramework struct {
	ID kernel.ID `path:"framework"`
	web.Match
}

type putFramework struct {
	AtFramework
	Body Terms
}

func (s *Service) putFramework(ctx context.Context, in *putFramework) (Framework, error) {
	version, err := in.Replaces()
	if err != nil {
		return Framework{}, err
	}
	f := in.Body.framework()
	f.ID, f.Version = in.ID, version
	return s.Renew(ctx, f)
}

func (s *Service) deleteFramework(ctx context.Context, in *AtFramework) (struct{}, error) {
	version, err := in.Replaces()
	if err != nil {
		return struct{}{}, err
	}
	return struct{}{}, s.Cancel(ctx, in.ID, version)
}

type getFloors struct {
	Search string `query:"search" maxLength:"60"`
}

func (s *Service) getFloors(ctx context.Context, in *getFloors) ([]Floor, error) {
	return s.Floors(ctx, in.Search)
}

type putFloor struct {
	Product kernel.ID `path:"product"`
	Body    struct {
		From  kernel.Date     `json:"from,omitzero"       doc:"Empty: today"`
		Floor kernel.Decimal  `json:"floor"`
		Unit  *kernel.Decimal `json:"unit_cost,omitempty" doc:"Empty: what the list of products says"`
	}
}

func (s *Service) putFloor(ctx context.Context, in *putFloor) (Floor, error) {
	return s.SetFloor(ctx, Floor{Product: in.Product, From: in.Body.From, Floor: &in.Body.Floor, Unit: in.Body.Unit})
}

type deleteFloor struct {
	Product kernel.ID   `path:"product"`
	From    kernel.Date `query:"from" required:"true"`
}

func (s *Service) deleteFloor(ctx context.Context, in *deleteFloor) (struct{}, error) {
	return struct{}{}, s.DropFloor(ctx, in.Product, in.From)
}

type getSpecials struct{ Asked }

func (s *Service) getSpecials(ctx context.Context, in *getSpecials) (Requests, error) {
	return s.Requests(ctx, in.Asked)
}

type getOfDeal struct {
	ID kernel.ID `path:"opportunity"`
}

func (s *Service) getOfDeal(ctx context.Context, in *getOfDeal) (OfDeal, error) {
	return s.OfDeal(ctx, in.ID)
}

type postSpecial struct {
	ID   kernel.ID `path:"opportunity"`
	Body struct {
		Product  kernel.ID      `json:"product"`
		Quantity kernel.Decimal `json:"quantity" doc:"At most"`
		Wanted   kernel.Decimal `json:"wanted"   doc:"Of a unit, net, in major units of the base currency"`
		From     kernel.Date    `json:"from,omitzero" doc:"Empty: today"`
		Until    kernel.Date    `json:"until"`
		Reason   string         `json:"reason" maxLength:"500"`
	}
}

func (s *Service) postSpecial(ctx context.Context, in *postSpecial) (Special, error) {
	b := in.Body
	return s.Ask(ctx, Special{Deal: in.ID, Product: b.Product, Quantity: b.Quantity, Wanted: b.Wanted, From: b.From, Until: b.Until, Reason: b.Reason})
}
