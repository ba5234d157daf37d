"""Pushes between departments 点对点信息交换: signed webhooks, an outbox, receipts."""
