package db

import (
	"context"
	"database/sql/driver"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/jmoiron/sqlx"
)

// Repeat changes each of n rows by one statement with width values, which fill
// writes into args; the number of rows that were touched is returned. On
// PostgreSQL all of them go in one round trip.
func (t *Tx) Repeat(text string, width, n int, fill func(i int, args []any)) (touched int64, err error) {
	args := make([]any, width)
	if t.dia == onPostgres {
		return t.together(text, n, func(i int) ([]any, error) {
			fill(i, args)
			err := plain(args, onPostgres)
			return slices.Clone(args), err
		})
	}
	err = t.repeat(text, func(run func([]any) (int64, error)) error {
		for i := range n {
			fill(i, args)
			one, err := run(args)
			if err != nil {
				return err
			}
			touched += one
		}
		return nil
	})
	return touched, err
}

// repeat hands f a function that runs one statement again and again. SQLite's
// is the driver's own, prepared once: database/sql would copy every argument,
// and start a goroutine for each run that could be cancelled.
func (t *Tx) repeat(text string, f func(run func([]any) (int64, error)) error) error {
	if t.dia == onPostgres {
		return f(func(args []any) (int64, error) { return t.Exec(text, args...) })
	}
	return t.conn.Raw(func(c any) error {
		prepared, err := c.(driver.ConnPrepareContext).PrepareContext(t.ctx, text)
		if err != nil {
			return t.dia.fault(err)
		}
		defer prepared.Close()
		run, calm := prepared.(driver.StmtExecContext), context.WithoutCancel(t.ctx)
		var named []driver.NamedValue
		return f(func(args []any) (n int64, err error) {
			var done driver.Result
			if named, err = name(named, args); err == nil {
				done, err = run.ExecContext(calm, named)
			}
			if err == nil {
				n, err = done.RowsAffected()
			}
			if err == nil {
				err = t.ctx.Err()
			}
			return n, t.dia.fault(err)
		})
	})
}

// together sends a statement n times and then reads all answers.
func (t *Tx) together(text string, n int, args func(i int) ([]any, error)) (touched int64, err error) {
	all, text := &pgx.Batch{}, sqlx.Rebind(t.dia.bind, text)
	for i := range n {
		values, err := args(i)
		if err != nil {
			return 0, err
		}
		all.Queue(text, values...)
	}
	err = t.conn.Raw(func(c any) (err error) {
		answers := c.(*stdlib.Conn).Conn().SendBatch(t.ctx, all)
		for i := 0; i < n && err == nil; i++ {
			tag, wrong := answers.Exec()
			touched, err = touched+tag.RowsAffected(), wrong
		}
		if bad := answers.Close(); err == nil {
			err = bad
		}
		return t.dia.fault(err)
	})
	return touched, err
}
