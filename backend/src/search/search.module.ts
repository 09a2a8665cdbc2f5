import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module.js';
import { RelationshipsModule } from '../relationships/relationships.module.js';
import { IndexRepository } from './index.repository.js';
import { SearchController } from './search.controller.js';
import { SearchIndexer } from './search-indexer.js';
import { SearchNames } from './search-names.js';
import { SearchRepository } from './search.repository.js';
import { SearchScopes } from './search-scope.js';
import { SearchService } from './search.service.js';
import { SwitcherService } from './switcher.service.js';

@Module({
  imports: [MessagesModule, RelationshipsModule],
  controllers: [SearchController],
  providers: [IndexRepository, SearchRepository, SearchIndexer, SearchScopes, SearchNames, SearchService, SwitcherService],
})
export class SearchModule {}
