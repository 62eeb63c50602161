package product

import (
	"context"

	"erba/kernel"
	"erba/platform/web"
)

// Routes puts products on the REST API.
func (s *Service) Routes(r *web.Router) {
	web.Get(r, "/products", "product:read", s.getProducts)
	web.Post(r, "/products", "product:write", s.postProduct)
	web.Get(r, "/products/{id}", "product:read", s.getProduct)
	web.Put(r, "/products/{id}", "product:write", s.putProduct)
}

type getProducts struct{ Filter }

func (s *Service) getProducts(ctx context.Context, in *getProducts) (Page, error) {
	return s.List(ctx, in.Filter)
}

type getProduct struct {
	ID kernel.ID `path:"id"`
}

func (s *Service) getProduct(ctx context.Context, in *getProduct) (Product, error) {
	return s.Find(ctx, in.ID)
}

// body is what a user may set.
type body struct {
	Code      string          `json:"code"`
	Name      string          `json:"name"`
	Line      string          `json:"line,omitempty"`
	Unit      string          `json:"unit,omitempty"`
	ListPrice *kernel.Decimal `json:"list_price,omitempty"`
	Cost      *kernel.Decimal `json:"cost,omitempty"`
}

func (b body) product() Product {
	return Product{Code: b.Code, Name: b.Name, Line: b.Line, Unit: b.Unit, ListPrice: b.ListPrice, Cost: b.Cost}
}

type postProduct struct{ Body body }

func (s *Service) postProduct(ctx context.Context, in *postProduct) (Product, error) {
	return s.Add(ctx, in.Body.product())
}

type putProduct struct {
	ID kernel.ID `path:"id"`
	web.Match
	Body body
}

func (s *Service) putProduct(ctx context.Context, in *putProduct) (Product, error) {
	version, err := in.Replaces()
	if err != nil {
		return Product{}, err
	}
	p := in.Body.product()
	p.ID, p.Version = in.ID, version
	return s.Save(ctx, p)
}
