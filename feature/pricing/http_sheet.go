package pricing

import (
	"context"
	"io"
	"iter"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/text"
	"erba/platform/web"
)

// largest is how big a file with prices may be.
const largest = 8 << 20

// Format is the kind of file.
type Format struct {
	Format string `query:"format" enum:"csv,xlsx" default:"xlsx"`
}

func say(ctx context.Context) func(key string) string {
	return func(key string) string { return text.Say(ctx, key, nil) }
}

func said(ctx context.Context) func(key string, args map[string]any) string {
	return func(key string, args map[string]any) string { return text.Say(ctx, key, args) }
}

type getListFile struct {
	ID kernel.ID `path:"list"`
	Format
}

func (s *Service) getListFile(ctx context.Context, in *getListFile) (export.Table, error) {
	rows, err := s.ExportList(ctx, in.ID)
	return filed(ctx, "prices", in.Format, ListColumns, rows, s.of(countEntries), err)
}

type getFrameworkFile struct {
	Agreed
	Format
}

func (s *Service) getFrameworkFile(ctx context.Context, in *getFrameworkFile) (export.Table, error) {
	rows, err := s.ExportFrameworks(ctx, in.Agreed, say(ctx))
	return filed(ctx, "framework-prices", in.Format, FrameworkColumns, rows, s.of(countFrameworks), err)
}

func (s *Service) getFloorFile(ctx context.Context, in *Format) (export.Table, error) {
	rows, err := s.ExportFloors(ctx)
	return filed(ctx, "floors", *in, FloorColumns, rows, s.of(countFloors), err)
}

type getSpecialFile struct {
	Asked
	Format
}

func (s *Service) getSpecialFile(ctx context.Context, in *getSpecialFile) (export.Table, error) {
	rows, err := s.ExportSpecials(ctx, in.Asked, say(ctx))
	return filed(ctx, "special-prices", in.Format, SpecialColumns, rows, s.of(countSpecials), err)
}

func filed(ctx context.Context, name string, f Format, columns []string, rows iter.Seq[[]any], of func(context.Context) (int64, error), err error) (export.Table, error) {
	if err != nil {
		return export.Table{}, err
	}
	t := web.Table(ctx, name, f.Format, columns, rows)
	t.Population = of
	return t, nil
}

type postListFile struct {
	ID  kernel.ID `path:"list"`
	Try bool      `query:"try" doc:"Only says what would be taken"`
}

func (s *Service) postListFile(ctx context.Context, in *postListFile, body io.Reader) (Imported, error) {
	return s.ImportList(ctx, in.ID, body, in.Try, said(ctx))
}

type postFrameworkFile struct {
	Try bool `query:"try" doc:"Only says what would be taken"`
}

func (s *Service) postFrameworkFile(ctx context.Context, in *postFrameworkFile, body io.Reader) (Imported, error) {
	return s.ImportFrameworks(ctx, body, in.Try, said(ctx))
}
