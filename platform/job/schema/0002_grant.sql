-- +goose Up
ALTER TABLE jobs ADD COLUMN grant_name TEXT NOT NULL DEFAULT '';
