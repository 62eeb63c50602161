package product

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const (
	columns = `p.id, p.code, p.name, p.line, p.unit, p.list_price, p.cost, p.version, p.sort_key`
	words   = "product_words"
	chunk   = 100 // values of one IN list
)

// list returns one page by name; f.After names the last row of the page before.
func list(tx *db.Tx, f Filter) ([]Product, error) {
	return db.List[Product](tx, `
		SELECT `+columns+` FROM products p
		WHERE ? AND ? AND ? AND ? AND ?
		ORDER BY p.sort_key, p.id LIMIT ?`,
		tx.Matches("p.id", words, f.Search), db.If(f.Line != "", "p.line = ?", f.Line),
		db.If(len(f.Codes) > 0, "?", db.In("p.code", f.Codes...)),
		db.If(!f.After.IsZero(), "(p.sort_key, p.id) > (SELECT c.sort_key, c.id FROM products c WHERE c.id = ?)", f.After),
		tx.Shared(), f.Limit)
}

// find returns one product.
func find(tx *db.Tx, id kernel.ID) (Product, error) {
	return db.Find[Product](tx, `SELECT `+columns+` FROM products p WHERE p.id = ? AND ?`, id, tx.Shared())
}

// byCode returns the products of those codes.
func byCode(tx *db.Tx, codes []string) (map[string]Product, error) {
	found := make(map[string]Product, len(codes))
	for part := range slices.Chunk(codes, chunk) {
		rows, err := db.List[Product](tx, `SELECT `+columns+` FROM products p WHERE ? AND ?`, db.In("p.code", part...), tx.Shared())
		if err != nil {
			return nil, err
		}
		for _, p := range rows {
			found[p.Code] = p
		}
	}
	return found, nil
}

// byID returns products that an import wrote.
func byID(tx *db.Tx, written []kernel.Written) (map[kernel.ID]Product, error) {
	found := make(map[kernel.ID]Product, len(written))
	for part := range slices.Chunk(written, chunk) {
		ids := make([]kernel.ID, len(part))
		for i, w := range part {
			ids[i] = w.ID
		}
		rows, err := db.List[Product](tx, `SELECT `+columns+` FROM products p WHERE ? AND ?`, db.In("p.id", ids...), tx.Shared())
		if err != nil {
			return nil, err
		}
		for _, p := range rows {
			found[p.ID] = p
		}
	}
	return found, nil
}

// erase deletes products.
func erase(tx *db.Tx, ids []kernel.ID) error {
	for part := range slices.Chunk(ids, chunk) {
		if _, err := tx.Exec(`DELETE FROM products WHERE ? AND ?`, db.In("id", part...), tx.Shared()); err != nil {
			return err
		}
		docs := make([]db.Doc, len(part)) // without words nobody finds them
		for i, id := range part {
			docs[i].ID = id
		}
		if err := tx.Index(words, docs...); err != nil {
			return err
		}
	}
	return nil
}

// insert adds new products.
func insert(tx *db.Tx, products ...Product) error {
	if err := db.Insert(tx, "products", products...); err != nil {
		return err
	}
	return index(tx, products...)
}

// replace writes a product over the version it was read at.
func replace(tx *db.Tx, p Product) error {
	err := tx.Replace(`
		UPDATE products SET code = ?, name = ?, sort_key = ?, line = ?, unit = ?, list_price = ?, cost = ?,
			version = version + 1
		WHERE id = ? AND version = ? AND ?`,
		p.Code, p.Name, p.SortKey, p.Line, p.Unit, p.ListPrice, p.Cost, p.ID, p.Version, tx.Shared())
	if err != nil {
		return err
	}
	return index(tx, p)
}

func index(tx *db.Tx, products ...Product) error {
	docs := make([]db.Doc, len(products))
	for i, p := range products {
		docs[i] = db.Doc{ID: p.ID, Words: db.Words(p.Name, p.Code)}
	}
	return tx.Index(words, docs...)
}
